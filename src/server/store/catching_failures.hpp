#pragma once

#include "server/store/database.hpp"
#include "server/store/store.hpp"

#include <type_traits>

namespace broadside::server::store {

/// Runs the work, and turns what SOCI throws into a failure, so that nothing above the store has to know SOCI.
template <typename Work> auto catching_failures(const Database& database, Work work) -> Result<decltype(work())> {
  try {
    if constexpr (std::is_void_v<decltype(work())>)
      return work(), Result<void>{};
    else
      return work();
  } catch (const std::exception& exception) {
    return tl::unexpected(database.failure_of(exception));
  }
}

} // namespace broadside::server::store
