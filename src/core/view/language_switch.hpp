#pragma once

#include "core/article/article.hpp"
#include "core/html/writer.hpp"
#include "core/language/messages.hpp"
#include "core/language/names.hpp"

namespace broadside::view {

/// Writes the links to the article's other languages that have an address. A single one is a link that says so in that
/// language. Several form a menu of the languages' own names, in their order, which opens without script; it also holds
/// the language that is shown, marked as the current one. Languages with the same name have a text that distinguishes
/// them: "Português (Brasil)".
void language_switch(const article::Article&, const article::Translation& shown, const language::Messages&,
                     const language::Names&, html::Writer&);

/// Writes one link from the translation that is shown to another, which must have an address, in the other's language:
/// "Leer en español".
void link_to(const article::Article&, const article::Translation& shown, const article::Translation& other,
             const language::Names&, html::Writer&);

} // namespace broadside::view
