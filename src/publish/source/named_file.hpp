#pragma once

#include "core/html/url.hpp"

#include <cstdint>
#include <filesystem>

namespace broadside::publish {

/// A file in content/ that an article shows or links to.
struct NamedFile {
  enum class Use : std::uint8_t { lead, picture, link };
  Use use;
  html::Url address; // absolute
  std::filesystem::path file;
};

} // namespace broadside::publish
