#include "core/reply/position.hpp"

#include <algorithm>

namespace broadside::reply {
namespace {

constexpr std::size_t step_length = 8;
constexpr std::string_view path_digits = "0123456789abcdef";

bool is_path(std::string_view text) {
  return !text.empty() && text.size() % step_length == 0 && depth_of(text) <= deepest &&
         text.find_first_not_of(path_digits) == std::string_view::npos;
}

} // namespace

std::string path_step(std::uint32_t number) {
  std::string step(step_length, '0');
  for (auto at = step.rbegin(); number > 0; ++at, number /= 16)
    *at = path_digits[number % 16];
  return step;
}

std::size_t depth_of(std::string_view path) { return path.size() / step_length; }

std::string_view path_above(std::string_view path, std::size_t depth) { return path.substr(0, depth * step_length); }

bool is_above(const Position& above, const Position& below) {
  return !above.path.empty() && above.section == below.section && above.path.size() < below.path.size() &&
         below.path.starts_with(above.path);
}

std::string text_of(const Position& position) { return std::to_string(position.section) + "-" + position.path; }

std::optional<Position> read_position(std::string_view text) {
  if (text.size() < 2 || (text[0] != '0' && text[0] != '1') || text[1] != '-' || !is_path(text.substr(2)))
    return std::nullopt;
  return Position{text[0] - '0', std::string(text.substr(2))};
}

} // namespace broadside::reply
