#include "publish/source/text_file.hpp"

#include "core/lines.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace broadside::publish {
namespace {

int line_at(std::string_view text, std::size_t offset) {
  const std::string before = with_line_feeds(text.substr(0, offset));
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

bool has_byte_order_mark(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string start(byte_order_mark.size(), '\0');
  stream.read(start.data(), static_cast<std::streamsize>(start.size()));
  return start == byte_order_mark;
}

bool write(const std::filesystem::path& file, std::string_view mark, std::string_view text) {
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream << mark << text;
  stream.close();
  return !stream.fail();
}

} // namespace

std::optional<std::string> read_text_file(const std::filesystem::path& file, Faults& faults) {
  std::ifstream stream(file, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(stream), {});
  if (!stream.is_open() || stream.bad()) {
    std::error_code error;
    const auto target = std::filesystem::read_symlink(file, error);
    faults.add({file}, "unreadable",
               error ? "cannot be read" : "is a symbolic link to " + target.string() + ", which cannot be read");
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

void replace_text_file(const std::filesystem::path& name, std::string_view text, Faults& faults) {
  namespace fs = std::filesystem;
  std::error_code error;
  // If `name` is a symbolic link, the file that it leads to is replaced, not the link.
  const fs::path file = fs::canonical(name, error);
  const fs::path waiting = file.parent_path() / ("." + file.filename().string() + ".broadside");
  const auto mark = has_byte_order_mark(file) ? byte_order_mark : "";
  if (!error && !write(waiting, mark, text))
    error = std::make_error_code(std::errc::io_error);
  if (!error)
    fs::permissions(waiting, fs::status(file).permissions(), error);
  if (!error)
    fs::rename(waiting, file, error);
  if (!error)
    return;
  faults.add({name}, "unwritable", "cannot be written: " + error.message());
  fs::remove(waiting, error);
}

} // namespace broadside::publish
