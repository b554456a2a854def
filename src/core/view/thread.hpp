#pragma once

#include "core/html/writer.hpp"
#include "core/language/messages.hpp"
#include "core/reply/reply.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace broadside::view {

struct Thread {
  enum class State { loading, ready, failed };
  State state = State::ready;
  /// The replies, in the order in which they are shown.
  std::vector<reply::Reply> replies;
  /// True if the server has more of them.
  bool more = false;
  /// The number of replies in all, as the server says. It is nothing if the server has not said so.
  std::optional<std::int64_t> count = std::nullopt;
  /// The title of the article, which distinguishes its replies from those to another; empty if not known.
  std::string title = {};
  /// True if new replies are taken. Readers are not asked for one that they cannot write.
  bool open = true;
  /// The reader's time in minutes since 1970, if it is known. Replies of the last day then say how long ago they came.
  std::optional<std::int64_t> minute = std::nullopt;
  /// For each reply, how many minutes the reader's zone was ahead of UTC at its time. Without them, times are in UTC.
  std::vector<int> minutes_ahead = {};
};

/// Writes the replies to an article: one element `section` of the interface vocabulary.
void thread(const Thread& thread, const language::Messages& messages, html::Writer& writer);

/// Writes a reader's text as it is shown in the thread and in the preview. It was written under a text in `language`,
/// which is empty if not known. Its direction is that of its words, and so is its language if they are clearly in
/// another script (language::tag_of_text). Its ids begin with "reply-" and `id_prefix`, which no other reply on the
/// page has.
void reply_text(std::string_view markdown, std::string_view language, std::string_view id_prefix, html::Writer& writer);

} // namespace broadside::view
