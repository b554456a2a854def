#pragma once

#include <cstddef>
#include <functional>

namespace broadside::publish {

/// Calls `work` once with each number below `count`, on as many threads as the machine has processors. An exception of
/// `work` ends the rest, and is thrown again here.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

/// Calls `make` with each number below `count` on such threads, and `take` on this one, in the order of the numbers,
/// once `make` has returned for that number. `make` runs ahead of `take` by a bounded number of calls, so that what
/// waits to be taken does not fill the memory. Exceptions are thrown again here.
void in_order(std::size_t count, const std::function<void(std::size_t)>& make,
              const std::function<void(std::size_t)>& take);

} // namespace broadside::publish
