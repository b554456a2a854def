#pragma once

#include "core/article/article.hpp"
#include "core/html/writer.hpp"
#include "core/language/messages.hpp"

namespace broadside::view {

/// Writes the way to the article's other languages that have an address. To one, it is a link that says so in that
/// language. To more, it is a menu of the languages' own names, ordered by these, which opens without script; it holds
/// the language that is shown too, marked as the current one. Languages of the same name say what tells them apart:
/// "Português (Brasil)".
void language_switch(const article::Article&, const article::Translation& shown, const language::Messages&,
                     html::Writer&);

/// Writes one link from the translation that is shown to another, which must have an address, in the language of that
/// one: "Leer en español".
void link_to(const article::Article&, const article::Translation& shown, const article::Translation& other,
             html::Writer&);

} // namespace broadside::view
