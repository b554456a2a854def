#include "server/replies/cursor.hpp"

#include "core/number.hpp"

#include <algorithm>
#include <limits>

namespace broadside::server::replies {

namespace {

/// Reads what was given out before replies answered each other: a place, and a section other than 0 after a dot.
std::optional<reply::Position> old_position_at(std::string_view cursor) {
  const auto dot = std::min(cursor.find('.'), cursor.size());
  const auto place = number<std::uint32_t>(cursor.substr(0, dot), 0, std::numeric_limits<std::uint32_t>::max());
  const auto section = dot == cursor.size() ? 0 : number(cursor.substr(dot + 1), 1, 1);
  if (!place || !section)
    return std::nullopt;
  return reply::Position{*section, reply::path_step(*place)};
}

} // namespace

std::optional<reply::Position> position_at(std::string_view cursor) {
  const auto position = reply::read_position(cursor);
  return position ? position : old_position_at(cursor);
}

} // namespace broadside::server::replies
