#pragma once

#include "core/words.hpp"

#include <cstdint>

namespace broadside::reply {

/// The publisher's rule for which replies stand under which text, if an article has several languages. All replies are
/// kept together in any case.
enum class ThreadPolicy : std::uint8_t {
  shared,    // all replies to the article, by their time
  separate,  // those written under the text in its language
  own_first, // those, and then the others
};

constexpr Words<ThreadPolicy, 3> thread_policy_words = {
    {{"shared", ThreadPolicy::shared}, {"separate", ThreadPolicy::separate}, {"own-first", ThreadPolicy::own_first}}};

/// The number of levels that a thread shows below each other, and its bound. The default is WordPress's too.
constexpr int default_thread_depth = 5;
constexpr int greatest_thread_depth = 10;

} // namespace broadside::reply
