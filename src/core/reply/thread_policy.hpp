#pragma once

#include "core/words.hpp"

#include <cstdint>

namespace broadside::reply {

/// Which replies stand under a text, where an article has several languages. All are kept together in any case.
enum class ThreadPolicy : std::uint8_t {
  shared,    // all of the article's, by their time
  separate,  // those written under the text in its language
  own_first, // those, and after them the others
};

constexpr Words<ThreadPolicy, 3> thread_policy_words = {
    {{"shared", ThreadPolicy::shared}, {"separate", ThreadPolicy::separate}, {"own-first", ThreadPolicy::own_first}}};

} // namespace broadside::reply
