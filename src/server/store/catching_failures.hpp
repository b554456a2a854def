#pragma once

#include "server/store/database.hpp"
#include "server/store/store.hpp"
#include "server/store/writing.hpp"

#include <type_traits>

namespace broadside::server::store {

/// Returns whether work that failed so, which the database has undone, is worth trying again at once. The second
/// attempt connects anew; conflicts with other transactions end one after the other.
constexpr bool is_worth_another_attempt(Failure::Kind kind, int attempts) {
  constexpr int most_conflicts = 10;
  return (kind == Failure::Kind::unreachable && attempts == 1) ||
         (kind == Failure::Kind::conflict && attempts < most_conflicts);
}

/// Runs the work, again if that may help, and turns what SOCI throws into a failure, so that nothing above the store
/// has to know SOCI. The work is one transaction.
template <typename Work> auto catching_failures(const Database& database, Work work) -> Result<decltype(work())> {
  for (int attempts = 1;; ++attempts) {
    try {
      if constexpr (std::is_void_v<decltype(work())>)
        return work(), Result<void>{};
      else
        return work();
    } catch (const OutcomeUnknown& lost) {
      // Trying again could do the work twice. Whoever has asked for it can find out what became of it.
      return tl::unexpected(lost.failure);
    } catch (const std::exception& exception) {
      const auto failure = database.failure_of(exception);
      if (!is_worth_another_attempt(failure.kind, attempts))
        return tl::unexpected(failure);
    }
  }
}

} // namespace broadside::server::store
