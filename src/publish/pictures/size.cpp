#include "publish/pictures/size.hpp"

#include "core/article/article.hpp"
#include "publish/pictures/formats.hpp"

#include <fstream>
#include <string>

namespace broadside::publish {

std::optional<Size> size_of(std::optional<std::uint32_t> width, std::optional<std::uint32_t> height) {
  constexpr std::uint32_t largest = article::widest_picture;
  if (!width || !height || *width == 0 || *height == 0 || *width > largest || *height > largest)
    return std::nullopt;
  return Size{static_cast<int>(*width), static_cast<int>(*height)};
}

std::optional<Size> size_of(std::string_view text) {
  const Bytes bytes(text);
  for (const auto read : {png_size, gif_size, jpeg_size, webp_size, avif_size})
    if (const auto size = read(bytes))
      return size;
  return svg_size(text);
}

std::optional<Size> read_size(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string bytes;
  // The data before a JPEG's size, such as a preview and colour profiles, are rarely more than a few hundred KB, and
  // mostly nothing.
  for (const std::size_t length : {std::size_t{1} << 14U, std::size_t{1} << 20U}) {
    const std::size_t before = bytes.size();
    bytes.resize(length);
    stream.read(bytes.data() + before, static_cast<std::streamsize>(length - before));
    bytes.resize(before + static_cast<std::size_t>(stream.gcount()));
    if (const auto size = size_of(bytes))
      return size;
  }
  return std::nullopt;
}

} // namespace broadside::publish
