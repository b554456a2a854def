#pragma once

#include "core/error.hpp"
#include "core/language/messages.hpp"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace broadside::wasm {

/// What the loader asks for, in three parts, so that what is long need not become JSON and be read back, nor what stays
/// the same be sent each time.
struct Request {
  std::string_view name;
  std::string_view options; // JSON, one object
  std::string_view markdown = {};
  /// The interface's words. Nobody needs them but those who say so.
  const language::Messages* messages = nullptr;
};

/// Answers one request: with JSON, but for `html`. `base` is the address that relative ones are resolved against;
/// `profile`, `html` and `typography` are words of markdown::Options; `?` marks what may be missing.
///
///   article   messages, {article, language, base?, html?}, Markdown? → tree; `article` as article::read wants it;
///             `html` is the host's word, which goes before the article's own; the Markdown is that of the translation
///             in `language`, where the article has it empty
///   document  messages, {language?, base?, html?}, Markdown          → tree of a plain Markdown file
///   thread    messages, {state: loading|ready|failed, replies: [{id, place?, name, website?, text, created}], more?} →
///   tree form      messages, {status?: idle|sending|sent|network-failed|busy|refused, problems?: [{field, code}],
///   preview?}
///             → tree
///   markdown  {profile?, base?, html?, typography?, language?}, Markdown → tree: a div with what the text becomes
///   html      (as for markdown)                                      → what is in that div, as HTML
///   validate  {name?, email?, website?, text?}                       → {problems: [{field, code}], reply?}
///
/// Errors: unknown-request, missing (where: "messages"), and those of reading JSON and articles; `where` is the path in
/// the options.
tl::expected<std::string, Error> answer(const Request&);

/// An error as the loader reads it: {"code", "where", "message"}.
std::string to_json(const Error&);

} // namespace broadside::wasm
