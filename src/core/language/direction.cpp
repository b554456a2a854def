#include "core/language/direction.hpp"

#include "core/language/lookup.hpp"

#include <optional>
#include <string>

namespace broadside::language {
namespace {

constexpr std::string_view right_to_left =
#define RIGHT_TO_LEFT(subtag) "\n" subtag
#define LEFT_TO_RIGHT(tag)
#include "core/language/directions.def"
#undef RIGHT_TO_LEFT
#undef LEFT_TO_RIGHT
    "\n";

constexpr std::string_view left_to_right =
#define RIGHT_TO_LEFT(subtag)
#define LEFT_TO_RIGHT(tag) "\n" tag
#include "core/language/directions.def"
#undef RIGHT_TO_LEFT
#undef LEFT_TO_RIGHT
    "\n";

std::optional<Direction> listed(std::string_view subtag) {
  const std::string line = "\n" + std::string(subtag) + "\n";
  if (right_to_left.find(line) != std::string_view::npos)
    return Direction::rtl;
  if (left_to_right.find(line) != std::string_view::npos)
    return Direction::ltr;
  return std::nullopt;
}

} // namespace

Direction direction(std::string_view tag) {
  const std::string whole = canonical(tag);
  const auto script = script_of(whole);
  return (script.empty() ? lookup(whole, listed) : listed(script)).value_or(Direction::ltr);
}

std::string_view name(Direction direction) { return direction == Direction::rtl ? "rtl" : "ltr"; }

} // namespace broadside::language
