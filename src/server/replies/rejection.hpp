#pragma once

#include "core/reply/reply.hpp"

#include <cstdint>
#include <vector>

namespace broadside::server::replies {

/// The reason why something was not done.
struct Rejection {
  enum class Reason : std::uint8_t {
    unknown_article,    // the site has no article with that id
    unreadable_article, // the article's file cannot be read at the moment
    unknown_cursor,     // the server has never given out this cursor
    unknown_reply,      // no reply with that id stands in the thread
    unknown_change,     // no change has that number yet; the client must read the thread anew
    too_many,           // too many replies come from the client's network
    closed,             // the publisher takes no more replies to the article
    not_changeable,     // there is no such reply, or the client may not change it, or not any more
    invalid,            // see fields
    key_taken,          // another reply is kept under the key
    note_too_long,      // the note of a report is longer than longest_note
    parent_gone,        // readers do not see the reply that is answered, or not any more
    unavailable,        // the database failed; the client may try again later
  };
  Reason reason;
  /// The problems of single fields; only for `invalid`.
  std::vector<reply::Problem> fields = {};
};

} // namespace broadside::server::replies
