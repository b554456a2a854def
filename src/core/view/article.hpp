#pragma once

#include "core/article/article.hpp"
#include "core/html/writer.hpp"
#include "core/language/messages.hpp"

namespace broadside::view {

/// Writes an article in one of its languages, with the interface's words in `messages`: one element `article` of the
/// content vocabulary, with the skip link, headline, lead picture, byline, dates, the switch to its other languages and
/// the body. Relative addresses in the body are resolved against `base`, where there is one.
void article(const article::Article& article, const article::Translation& translation,
             const language::Messages& messages, const html::Url* base, html::Writer& writer);

/// Writes a plain Markdown file the same way, with what its front matter says of it: the title is the headline, unless
/// the text begins with a headline of its own; authors and date are the byline. `language` may be empty, for not known:
/// then it is the front matter's.
void document(std::string_view markdown, std::string_view language, std::optional<markdown::RawHtml> raw_html,
              const language::Messages& messages, const html::Url* base, html::Writer& writer);

} // namespace broadside::view
