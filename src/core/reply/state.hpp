#pragma once

#include "core/words.hpp"

#include <cstdint>

namespace broadside::reply {

/// The state of a reply that is kept. Readers see those that are published, and of a deleted one that others answer
/// that it was there.
enum class State : std::uint8_t {
  published,
  waiting, // for somebody's approval
  spam,
  deleted,
};

constexpr Words<State, 4> state_words = {
    {{"published", State::published}, {"waiting", State::waiting}, {"spam", State::spam}, {"deleted", State::deleted}}};

} // namespace broadside::reply
