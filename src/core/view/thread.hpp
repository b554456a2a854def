#pragma once

#include "core/html/writer.hpp"
#include "core/language/messages.hpp"
#include "core/reply/reply.hpp"
#include "core/reply/thread_policy.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace broadside::view {

struct Thread {
  enum class State { loading, ready, failed };
  State state = State::ready;
  /// The replies, in the order of their positions.
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
  /// The number of levels that are shown below each other. Deeper replies stand in the last of them.
  int depth = reply::default_thread_depth;
  /// The ids of the replies that their reader has written, and may still change.
  std::vector<std::string> own = {};
  /// The beginnings of two addresses, which end in a reply's id: of a page with a form that answers the reply, and of a
  /// page with the reply's branch. A page without script has them. Without them there are buttons, for the loader.
  std::string answer_address = {}, branch_address = {};
};

/// Writes the replies to an article: one element `section` of the interface vocabulary.
void thread(const Thread& thread, const language::Messages& messages, html::Writer& writer);

/// Writes a reader's text as it is shown in the thread and in the preview. It was written under a text in `language`,
/// which is empty if not known. Its direction is that of its words, and so is its language if they are clearly in
/// another script (language::tag_of_text). Its ids begin with "reply-" and `id_prefix`, which no other reply on the
/// page has.
void reply_text(std::string_view markdown, std::string_view language, std::string_view id_prefix, html::Writer& writer);

} // namespace broadside::view
