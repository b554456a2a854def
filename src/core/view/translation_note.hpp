#pragma once

#include "core/article/article.hpp"
#include "core/html/writer.hpp"
#include "core/language/messages.hpp"
#include "core/language/names.hpp"

namespace broadside::view {

/// Writes what a reader should know about a translation, if anything: that a machine made it, and that the original has
/// been changed since, with both dates. A link leads to the original.
void translation_note(const article::Article&, const article::Translation&, const language::Messages&,
                      const language::Names&, html::Writer&);

} // namespace broadside::view
