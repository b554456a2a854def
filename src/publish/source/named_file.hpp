#pragma once

#include "core/html/url.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace broadside::publish {

/// A file in content/ that an article shows or links to.
struct NamedFile {
  enum class Use : std::uint8_t { lead, picture, link };
  Use use;
  html::Url address; // absolute
  std::filesystem::path file;
  /// The address as the text has it, and with the bytes that the file's name has. The two differ where "é" is one
  /// character in the one and two in the other.
  std::string written, own;
};

} // namespace broadside::publish
