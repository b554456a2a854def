#pragma once

#include "core/article/article.hpp"
#include "core/html/writer.hpp"

namespace broadside::view {

/// Writes the picture at the head of a translation, which must have one. If the translation has no description or no
/// caption of it, those of the default language for the same picture stand there, marked as being in that language.
void lead(const article::Article&, const article::Translation&, html::Writer&);

} // namespace broadside::view
