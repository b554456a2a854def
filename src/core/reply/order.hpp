#pragma once

#include "core/words.hpp"

#include <cstdint>

namespace broadside::reply {

/// The order of the branches of a thread. Within a branch, the oldest reply always comes first.
enum class Order : std::uint8_t { oldest, newest };

constexpr Words<Order, 2> order_words = {{{"oldest", Order::oldest}, {"newest", Order::newest}}};

} // namespace broadside::reply
