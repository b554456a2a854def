#include "core/ascii.hpp"
#include "core/html/tag_reader.hpp"
#include "core/lines.hpp"
#include "core/utf8.hpp"
#include "publish/pictures/formats.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace broadside::publish {
namespace {

// Removes a number from the start of a text, with the white space and the comma before it, and returns it.
std::optional<double> take_number(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n,"), text.size()));
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value))
    return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

// Returns a length in CSS pixels (CSS Values 4, 6.2), or nullopt for "100%" and "2em", which depend on the
// surroundings.
std::optional<double> length(const std::string* text) {
  constexpr std::array<std::pair<std::string_view, double>, 9> units = {{{"", 1},
                                                                         {"px", 1},
                                                                         {"pt", 96.0 / 72},
                                                                         {"pc", 16},
                                                                         {"in", 96},
                                                                         {"cm", 96 / 2.54},
                                                                         {"mm", 96 / 25.4},
                                                                         {"q", 96 / 101.6},
                                                                         {"Q", 96 / 101.6}}};
  if (text == nullptr)
    return std::nullopt;
  std::string_view rest = *text;
  const auto number = take_number(rest);
  for (const auto& [name, pixels] : units)
    if (number && trimmed(rest) == name)
      return *number * pixels;
  return std::nullopt;
}

// Returns the height divided by the width.
std::optional<double> ratio_of(const std::string* view_box) {
  if (view_box == nullptr)
    return std::nullopt;
  std::string_view rest = *view_box;
  take_number(rest);
  take_number(rest);
  const auto width = take_number(rest);
  const auto height = take_number(rest);
  return width && height && *width > 0 && *height > 0 ? std::optional(*height / *width) : std::nullopt;
}

std::optional<Size> rounded(double width, double height) {
  constexpr double largest = 1e6; // far above what size_of allows, and far below what a number can hold
  if (!(width > 0 && height > 0 && width < largest && height < largest))
    return std::nullopt;
  return size_of(static_cast<std::uint32_t>(std::lround(std::max(width, 1.0))),
                 static_cast<std::uint32_t>(std::lround(std::max(height, 1.0))));
}

// A drawing without a size of its own fills the column. It still does with this width, since no column is as wide.
constexpr double any_width = 2000;

} // namespace

std::optional<Size> svg_size(std::string_view text) {
  if (text.starts_with(byte_order_mark))
    text.remove_prefix(byte_order_mark.size());
  if (!trimmed(text).starts_with('<'))
    return std::nullopt;
  html::TagReader reader(text);
  while (const auto piece = reader.next()) {
    // The declarations in a document type may look like text, so only tags are read.
    if (piece->kind != html::TagReader::Piece::Kind::tag)
      continue;
    if (piece->tag.name != "svg")
      return std::nullopt;
    const auto width = length(piece->tag.find("width"));
    const auto height = length(piece->tag.find("height"));
    const auto ratio = ratio_of(piece->tag.find("viewbox"));
    if (width && height)
      return rounded(*width, *height);
    if (!ratio)
      return std::nullopt;
    if (height)
      return rounded(*height / *ratio, *height);
    const double used = width.value_or(any_width);
    return rounded(used, used * *ratio);
  }
  return std::nullopt;
}

} // namespace broadside::publish
