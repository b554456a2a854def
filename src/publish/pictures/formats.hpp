#pragma once

#include "publish/pictures/bytes.hpp"
#include "publish/pictures/size.hpp"

namespace broadside::publish {

// Each reads the size of a picture in its format, or nothing where the bytes are of another or broken.
std::optional<Size> png_size(const Bytes&);
std::optional<Size> gif_size(const Bytes&);
std::optional<Size> jpeg_size(const Bytes&);
std::optional<Size> webp_size(const Bytes&);
std::optional<Size> avif_size(const Bytes&);
std::optional<Size> svg_size(std::string_view text);

/// A size of two numbers, where both are there and within what article.json allows.
std::optional<Size> size_of(std::optional<std::uint32_t> width, std::optional<std::uint32_t> height);

inline std::optional<Size> turned(std::optional<Size> size) {
  return size ? std::optional(Size{size->height, size->width}) : std::nullopt;
}

} // namespace broadside::publish
