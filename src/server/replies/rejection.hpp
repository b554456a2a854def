#pragma once

#include "core/reply/reply.hpp"

#include <cstdint>
#include <vector>

namespace broadside::server::replies {

/// Why something was not done.
struct Rejection {
  enum class Reason : std::uint8_t {
    unknown_article,    // the site has none of that id
    unreadable_article, // its file cannot be read at the moment
    unknown_cursor,     // no page was ever said to start there
    unknown_change,     // nothing has that number yet; read the thread anew
    closed,             // the publisher takes no more replies to the article
    invalid,            // see fields
    key_taken,          // another reply is kept under the key
    unavailable,        // the database did not do it; it may be asked again later
  };
  Reason reason;
  /// What is wrong with which field; for `invalid` only.
  std::vector<reply::Problem> fields = {};
};

} // namespace broadside::server::replies
