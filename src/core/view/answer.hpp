#pragma once

#include "core/error.hpp"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace broadside::view {

/// Answers one request of the loader's: from JSON to JSON, but for `html`. `messages` is the text of a file of
/// web/messages, `base` the address that relative ones are resolved against; `profile`, `html` and `typography` are
/// words of markdown::Options; `?` marks what may be missing.
///
///   article   {article, language, messages, base?, html?}            → tree; `article` as article::read wants it,
///   `html`
///             is the host's word, which goes before the article's own
///   document  {markdown, language?, messages, base?, html?}          → tree of a plain Markdown file
///   thread    {messages, state: loading|ready|failed, replies: [{id, name, website?, text, created}], more?} → tree
///   form      {messages, status?: idle|sending|sent|network-failed|busy|refused, problems?: [{field, code}], preview?}
///             → tree
///   markdown  {markdown, profile?, base?, html?, typography?, language?} → tree: a div with what the text becomes
///   html      {as for markdown}                                      → what is in that div, as HTML
///   validate  {name?, email?, website?, text?}                       → {problems: [{field, code}], reply?}
///
/// Errors: unknown-request, and those of reading JSON, articles and messages; `where` is the path in the request.
tl::expected<std::string, Error> answer(std::string_view name, std::string_view request);

/// An error as the loader reads it: {"code", "where", "message"}.
std::string to_json(const Error&);

} // namespace broadside::view
