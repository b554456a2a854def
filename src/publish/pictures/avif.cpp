#include "publish/pictures/formats.hpp"

namespace broadside::publish {
namespace {

// Calls `visit` with the offset of each box's name and with its content, until a box is cut off (ISO/IEC 14496-12,
// 4.2).
template <typename Visit> void for_each_box(const Bytes& bytes, Visit visit) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto length = bytes.big(at, 4);
    const bool is_long = length == 1U;
    const std::size_t head = is_long ? 16 : 8;
    // The boxes that are read here are never longer than four bytes can say. A length of 0 means the rest of the file.
    const std::size_t whole = is_long        ? bytes.big(at + 12, 4).value_or(0)
                              : length == 0U ? bytes.size() - at
                                             : length.value_or(0);
    if (whole < head || whole > bytes.size() - at || (is_long && bytes.big(at + 8, 4) != 0U))
      return;
    visit(at + 4, bytes.part(at + head, whole - head));
    at += whole;
  }
}

std::optional<Bytes> find_box(const Bytes& bytes, std::string_view name) {
  std::optional<Bytes> found;
  for_each_box(bytes, [&](std::size_t at, const Bytes& content) {
    if (!found && bytes.has(at, name))
      found = content;
  });
  return found;
}

} // namespace

// The largest size in the file is the picture's; the others are those of its tiles and previews.
std::optional<Size> avif_size(const Bytes& bytes) {
  if (!bytes.has(4, "ftypavif") && !bytes.has(4, "ftypavis") && !bytes.has(4, "ftypmif1"))
    return std::nullopt;
  const auto meta = find_box(bytes, "meta");
  const auto properties = meta ? find_box(meta->part(4, meta->size()), "iprp") : std::nullopt;
  const auto container = properties ? find_box(*properties, "ipco") : std::nullopt;
  if (!container)
    return std::nullopt;
  std::optional<Size> largest;
  bool is_on_its_side = false;
  for_each_box(*container, [&](std::size_t at, const Bytes& content) {
    const auto size = container->has(at, "ispe") ? size_of(content.big(4, 4), content.big(8, 4)) : std::nullopt;
    if (size && (!largest || size->width > largest->width))
      largest = size;
    if (container->has(at, "irot"))
      is_on_its_side = content.big(0, 1).value_or(0) % 2 == 1;
  });
  return is_on_its_side ? turned(largest) : largest;
}

} // namespace broadside::publish
