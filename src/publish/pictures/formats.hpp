#pragma once

#include "publish/pictures/bytes.hpp"
#include "publish/pictures/size.hpp"

namespace broadside::publish {

// Each function reads the size of a picture in one format, and returns nullopt if the bytes are broken or of another
// format.
std::optional<Size> png_size(const Bytes&);
std::optional<Size> gif_size(const Bytes&);
std::optional<Size> jpeg_size(const Bytes&);
std::optional<Size> webp_size(const Bytes&);
std::optional<Size> avif_size(const Bytes&);
std::optional<Size> svg_size(std::string_view text);

/// Returns the size if both numbers are there and within the limits of article.json.
std::optional<Size> size_of(std::optional<std::uint32_t> width, std::optional<std::uint32_t> height);

inline std::optional<Size> turned(std::optional<Size> size) {
  return size ? std::optional(Size{size->height, size->width}) : std::nullopt;
}

} // namespace broadside::publish
