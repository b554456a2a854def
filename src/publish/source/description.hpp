#pragma once

#include "core/article/article.hpp"

#include <string>

namespace broadside::publish {

/// Returns the description of a translation's page for search engines and shared links: its dek, or else its first
/// paragraph, cut to at most 300 characters and at a space if there is one. The text is empty if the translation has
/// neither.
std::string description_of(const article::Article&, const article::Translation&);

} // namespace broadside::publish
