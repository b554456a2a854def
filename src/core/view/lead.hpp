#pragma once

#include "core/article/article.hpp"
#include "core/html/writer.hpp"

namespace broadside::view {

/// Writes the picture at the head of a translation, which must have one. Where the translation says nothing for those
/// who cannot see it, or has no caption, what the default language says of the same picture stands there, marked as
/// being in that language.
void lead(const article::Article&, const article::Translation&, html::Writer&);

} // namespace broadside::view
