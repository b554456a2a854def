#pragma once

#include "core/error.hpp"
#include "core/language/messages.hpp"
#include "core/language/names.hpp"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace broadside::wasm {

/// A request of the loader, in three parts. So a long text need not become JSON and be read back, and what stays the
/// same need not be sent each time.
struct Request {
  /// The name is one of those below.
  std::string_view name;
  /// The options are one JSON object. Members that the request does not have are ignored.
  std::string_view options;
  /// The Markdown is UTF-8, at most article::longest_markdown bytes. Bytes that are not UTF-8 become U+FFFD. Requests
  /// that take no Markdown ignore it.
  std::string_view markdown = {};
  /// The interface's words, which `article`, `document`, `thread` and `form` need; nullptr if none have been given.
  const language::Messages* messages = nullptr;
  /// The names of languages, which `article` shows. Without them it shows tags.
  language::Names names = {};
};

/// Answers one request. A tree is one element as JsonML, ["p", {"class": "dek"}, "text", ["em", "more"]]. It is of the
/// content vocabulary for a text, and of the interface vocabulary for a thread or a form (vocabulary.def). Members are
/// strings unless something else is said, and those with a `?` may be missing.
///
/// `article`: the article in one of its languages, as a tree: one `article`.
///
///   article     an object like article.json (docs/article-json.md), with at least the translation in `language`
///   language    the tag of the translation to show
///   base?       the absolute http or https address against which relative ones are resolved
///   html?       the host's mode for raw HTML, before the article's own: "drop", "escape" or "sanitize"
///   (Markdown)  the translation's, if its `markdown` is empty
///
/// `document`: a plain Markdown file with its front matter, as a tree: one `article`.
///
///   language?   the tag of its language; the default is the front matter's `lang`
///   base?       as above
///   html?       as above; the default is "sanitize"
///   (Markdown)  the file
///
/// `thread`: the replies to an article, as a tree: one `section`.
///
///   state?      "ready" (the default), "loading" or "failed"
///   replies?    an array of {id, place?, position?, name, website?, text, created, language?, state?, parent?,
///   answers?},
///               in the order of their positions. `text` is Markdown, `place` a whole number from 1, `created` an RFC
///               3339 date, `language` the tag of the text above the reply, `parent` {id, name} of the reply that it
///               answers, and `answers` the number of replies below a first one. `position` and `state` are as the
///               server states them
///   depth?      the number of levels that are shown below each other, from 1 to 10; the default is 5
///   own?        an array of ids: those of replies that the reader may change
///   more?       true if the server has more of them
///   count?      a whole number, that of all replies; without it they are counted if all are there
///   closed?     true if the article takes no more replies, so that no reader is asked for the first one
///   title?      the article's, which distinguishes this thread from that of another article
///
/// `form`: the form "Leave a Reply", as a tree: one `form`. The fields are empty.
///
///   status?     "idle" (the default), "sending", "sent", "held" (for approval), "waiting" (for the network),
///               "network-failed", "busy" or "refused"
///   problems?   an array of {field, code}, as `validate` answers it
///   preview?    the Markdown of a preview, which the thread would show in the same way
///   language?   the tag of the text above the reply
///   title?      the article's, as above
///   key?        letters, digits and hyphens that distinguish the form's ids from those of other forms on the page;
///               the form without one is the article's own
///   purpose?    "reply" (the default), "answer" to another reply, or "edit" of a reply's text
///   parentName? the name of the writer who is answered
///
/// `markdown`: a text as a tree: one `div`. `html`: the content of that `div`, as HTML and not as JSON.
///
///   profile?    "article" (the default), "commonmark", "gfm" or "reply"
///   base?       as above
///   html?       as above; the default is "sanitize" in an article and "drop" in "commonmark" and "gfm". In a reply
///               raw HTML is always escaped
///   typography? "plain" (the default) or "smart"
///   language?   the tag of the text's language
///   idPrefix?   letters, digits and hyphens that follow "article-" in the text's ids
///   (Markdown)  the text; that of an article may begin with front matter, which is not shown
///
/// `validate`: the judgement on a reply before it is sent (reply::validate), as an object.
///
///   name?, email?, website?, text?   what the reader typed, of any length
///
///   → problems  an array of {field, code}: `field` is "name", "email", "website" or "text", `code` is "missing",
///               "too-long" or "malformed"; empty for a valid reply
///   → reply     {name, email, website, text} as they are to be stored; only for a valid reply
///
/// Errors: unknown-request (where: the name), missing at "messages", too-long at "markdown", unsafe-address at "base",
/// malformed at "language" if there is no such translation, and those of json::parse, json::Cursor and article::read;
/// `where` is the path in the options ("replies[0].name").
tl::expected<std::string, Error> answer(const Request&);

/// Returns an error as the loader reads it: {"code", "where", "message"}.
std::string to_json(const Error&);

} // namespace broadside::wasm
