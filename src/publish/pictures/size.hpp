#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace broadside::publish {

/// A picture's size in CSS pixels, as a browser shows it: turned as its Exif data or its AVIF box says.
struct Size {
  int width, height;

  bool operator==(const Size&) const = default;
};

/// Reads the size of a PNG, JPEG, GIF, WebP, AVIF or SVG from the beginning of its bytes. Any bytes may be given.
/// Returns nullopt for any other format, if the bytes end too soon or give no size, and if the size is larger than
/// article.json allows. Sources: PNG 3rd edition 11.2.1; ITU T.81 B.2.2 and Exif 2.32, 4.6.4; GIF89a 18; RFC 9649;
/// ISO/IEC 23008-12, 6.5; SVG 2, 8.12.
std::optional<Size> size_of(std::string_view bytes);

/// Reads the size of a picture from a file, of which no more than the first megabyte is read. Returns nullopt as
/// size_of() does, and also if the file cannot be read.
std::optional<Size> read_size(const std::filesystem::path&);

} // namespace broadside::publish
