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
  /// The address as the text spells it, and as the file's name is spelled in the file system. The two differ if "é" is
  /// one character in one of them and two in the other.
  std::string written, own;
};

} // namespace broadside::publish
