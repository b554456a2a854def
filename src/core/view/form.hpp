#pragma once

#include "core/html/writer.hpp"
#include "core/language/messages.hpp"
#include "core/reply/reply.hpp"

#include <optional>
#include <vector>

namespace broadside::view {

struct Form {
  enum class Status { idle, sending, sent, held, waiting, network_failed, busy, refused };
  Status status = Status::idle;
  std::vector<reply::Problem> problems;
  /// The Markdown of the preview; nothing if none was requested.
  std::optional<std::string> preview;
  /// The text that the fields hold to begin with. A page without script needs it; the widget's fields keep what is in
  /// them.
  reply::Draft draft = {};
  /// The language of the text under which the reply is written, for the preview. It is empty if not known.
  std::string language = {};
  /// The title of the article, which distinguishes the form from that of another article; empty if not known.
  std::string title = {};
  /// The name that distinguishes the form's ids from those of other forms in the document, of letters, digits and
  /// hyphens. It is empty for the form of the article itself.
  std::string key = {};
  /// The purpose of the form. One for an edit has only the text of the reply, which it can delete too.
  enum class Purpose { reply, answer, edit };
  Purpose purpose = Purpose::reply;
  /// The name of the writer who is answered.
  std::string parent_name = {};
};

/// Writes the form "Leave a Reply": one element `form` of the interface vocabulary. It has no address to post to; the
/// loader sends its content.
void form(const Form& form, const language::Messages& messages, html::Writer& writer);

/// Writes the content of the form, for a page that has its own `<form>` around it: title, fields and button, but no
/// preview, which needs script.
void fields(const Form& form, const language::Messages& messages, html::Writer& writer);

} // namespace broadside::view
