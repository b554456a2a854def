#include "publish/pictures/formats.hpp"

namespace broadside::publish {
namespace {

using namespace std::string_view_literals;

// Returns the Exif tag "Orientation" of a TIFF structure, or 1 if it has none. With 5 to 8 the picture lies on its
// side.
std::uint32_t orientation_in(const Bytes& tiff) {
  const bool is_big = tiff.has(0, "MM\0*"sv);
  if (!is_big && !tiff.has(0, "II*\0"sv))
    return 1;
  const auto number = [&](std::size_t at, std::size_t length) {
    return is_big ? tiff.big(at, length) : tiff.little(at, length);
  };
  const auto directory = number(4, 4);
  const auto count = directory ? number(*directory, 2) : std::nullopt;
  for (std::size_t i = 0; count && i < *count; ++i) {
    const std::size_t entry = *directory + 2 + i * 12;
    constexpr std::uint32_t orientation = 0x0112;
    if (number(entry, 2) == orientation)
      return number(entry + 8, 2).value_or(1);
  }
  return 1;
}

// The markers that start a frame are C0 to CF, except the tables and the reserved marker among them.
bool begins_frame(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

} // namespace

std::optional<Size> png_size(const Bytes& bytes) {
  if (!bytes.has(0, "\x89PNG\r\n\x1A\n"sv) || !bytes.has(12, "IHDR"))
    return std::nullopt;
  return size_of(bytes.big(16, 4), bytes.big(20, 4));
}

std::optional<Size> gif_size(const Bytes& bytes) {
  if (!bytes.has(0, "GIF87a") && !bytes.has(0, "GIF89a"))
    return std::nullopt;
  return size_of(bytes.little(6, 2), bytes.little(8, 2));
}

std::optional<Size> jpeg_size(const Bytes& bytes) {
  if (!bytes.has(0, "\xFF\xD8"sv))
    return std::nullopt;
  std::uint32_t orientation = 1;
  for (std::size_t at = 2;;) {
    // Any number of FF bytes may fill the gap before a marker.
    while (bytes.has(at, "\xFF\xFF"sv))
      ++at;
    const auto marker = bytes.big(at + 1, 1);
    const auto length = bytes.big(at + 2, 2);
    if (!bytes.has(at, "\xFF"sv) || !marker || !length || *length < 2)
      return std::nullopt;
    if (begins_frame(*marker)) {
      const auto size = size_of(bytes.big(at + 7, 2), bytes.big(at + 5, 2));
      return orientation >= 5 && orientation <= 8 ? turned(size) : size;
    }
    if (*marker == 0xE1 && bytes.has(at + 4, "Exif\0\0"sv))
      orientation = orientation_in(bytes.part(at + 10, *length - 2));
    at += 2 + *length;
  }
}

std::optional<Size> webp_size(const Bytes& bytes) {
  if (!bytes.has(0, "RIFF") || !bytes.has(8, "WEBP"))
    return std::nullopt;
  if (bytes.has(12, "VP8 ") && bytes.has(23, "\x9D\x01\x2A"sv))
    return size_of(bytes.little(26, 2).value_or(0) & 0x3FFFU, bytes.little(28, 2).value_or(0) & 0x3FFFU);
  if (bytes.has(12, "VP8L") && bytes.has(20, "\x2F")) {
    const auto bits = bytes.little(21, 4);
    return bits ? size_of((*bits & 0x3FFFU) + 1, (*bits >> 14U & 0x3FFFU) + 1) : std::nullopt;
  }
  const auto width = bytes.little(24, 3);
  const auto height = bytes.little(27, 3);
  return bytes.has(12, "VP8X") && width && height ? size_of(*width + 1, *height + 1) : std::nullopt;
}

} // namespace broadside::publish
