#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace soci {
class session;
}

namespace broadside::server::store {

/// The ways in which databases read the first rows of several selects in one order, when each select by itself can be
/// read from an index in that order.
enum class Merging : std::uint8_t {
  side_by_side, // SQLite reads the selects side by side, and none further than is needed
  each_limited, // PostgreSQL would read all of them and sort, so that each is ordered and ended by itself
};

Merging merging_of(soci::session&);

/// Returns the statement that reads the first `:rows` of all selects together, in the order of a column that each of
/// them has.
std::string merged(const std::vector<std::string>& selects, const std::string& column, Merging);

} // namespace broadside::server::store
