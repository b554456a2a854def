#include "server/replies/cursor.hpp"

#include "core/number.hpp"

#include <algorithm>
#include <limits>

namespace broadside::server::replies {

std::string cursor_of(const reply::Position& position) {
  auto cursor = std::to_string(position.place);
  if (position.section > 0)
    cursor += "." + std::to_string(position.section);
  return cursor;
}

std::optional<reply::Position> position_at(std::string_view cursor) {
  const auto dot = std::min(cursor.find('.'), cursor.size());
  const auto place = number<std::int64_t>(cursor.substr(0, dot), 0, std::numeric_limits<std::int64_t>::max());
  const auto section = dot == cursor.size() ? 0 : number(cursor.substr(dot + 1), 1, 1);
  if (!place || !section)
    return std::nullopt;
  return reply::Position{*section, *place};
}

} // namespace broadside::server::replies
