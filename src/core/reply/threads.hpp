#pragma once

#include "core/words.hpp"

#include <cstdint>

namespace broadside::reply {

/// Which replies stand under a text, where an article has several languages. All are kept together in any case.
enum class Threads : std::uint8_t {
  shared,    // all of the article's, by their time
  separate,  // those written under the text in its language
  own_first, // those, and after them the others
};

constexpr Words<Threads, 3> thread_words = {
    {{"shared", Threads::shared}, {"separate", Threads::separate}, {"own-first", Threads::own_first}}};

} // namespace broadside::reply
