#pragma once

#include "core/article/article.hpp"

#include <string>

namespace broadside::publish {

/// Returns what a translation's page says of itself to those who find or share it: its dek, or else its first
/// paragraph, of which at most 300 characters are taken, up to a space where there is one. Empty where there is
/// neither.
std::string description_of(const article::Article&, const article::Translation&);

} // namespace broadside::publish
