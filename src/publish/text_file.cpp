#include "publish/text_file.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace broadside::publish {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

int line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

} // namespace

std::optional<std::string> read_text_file(const std::filesystem::path& file, Faults& faults) {
  std::ifstream stream(file, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(stream), {});
  if (!stream.is_open() || stream.bad()) {
    faults.add({file}, "unreadable", "cannot be read");
    return std::nullopt;
  }
  if (const auto well_formed = well_formed_utf8(text); well_formed < text.size()) {
    faults.add({file, line_at(text, well_formed)}, "malformed-utf8", "is not well-formed UTF-8");
    return std::nullopt;
  }
  if (text.starts_with(byte_order_mark))
    text.erase(0, byte_order_mark.size());
  return text;
}

} // namespace broadside::publish
