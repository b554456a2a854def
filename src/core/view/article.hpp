#pragma once

#include "core/article/article.hpp"
#include "core/html/writer.hpp"
#include "core/language/messages.hpp"
#include "core/language/names.hpp"

namespace broadside::view {

/// Writes an article in one of its languages, with the interface's words in `messages`, and those for the
/// language switch in `names`: one element `article` of the
/// content vocabulary, with the skip link, headline, lead picture, byline, dates, the language switch and the body.
/// Relative addresses in the body are resolved against `base`, if there is one.
void article(const article::Article& article, const article::Translation& translation,
             const language::Messages& messages, const language::Names& names, const html::Url* base,
             html::Writer& writer);

/// Writes only the text of an article in one of its languages, as it stands in article(): an element `div`.
void body(const article::Article& article, const article::Translation& translation, const language::Messages& messages,
          const html::Url* base, html::Writer& writer);

/// Writes a plain Markdown file in the same way, with the facts of its front matter: the title is the headline, unless
/// the text begins with a headline of its own; authors and date are the byline. `language` may be empty if it is not
/// known; then it is that of the front matter.
void document(std::string_view markdown, std::string_view language, std::optional<markdown::RawHtml> raw_html,
              const language::Messages& messages, const html::Url* base, html::Writer& writer);

} // namespace broadside::view
