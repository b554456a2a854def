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
  /// The article's, which names the replies beside those to another one; empty where not known.
  std::string title = {};
  /// True if new replies are taken. Readers are not asked for one that they cannot write.
  bool open = true;
};

/// Writes the replies to an article: one element `section` of the interface vocabulary.
void thread(const Thread& thread, const language::Messages& messages, html::Writer& writer);

/// Writes what a reader wrote under a text in that language, which may be empty for not known, as it is shown in the
/// thread and in the preview. Its direction is that of its words, and so is its language where they are plainly in
/// another script (language::tag_of_text). Ids in it begin with "reply-" and `id_prefix`, which no other reply on the
/// page has.
void reply_text(std::string_view markdown, std::string_view language, std::string_view id_prefix, html::Writer& writer);

} // namespace broadside::view
