#pragma once

#include "core/error.hpp"

#include <filesystem>
#include <vector>

namespace broadside::publish {

enum class Mend { nothing, what_is_sure };

/// What is to be said of some texts.
struct Checked {
  std::size_t files = 0;
  /// Still so: faults, and what is surely not what was meant.
  std::vector<Error> found;
  /// No longer so.
  std::vector<Error> mended;
  /// How many of `found` could be mended.
  std::size_t mendable = 0;
};

/// Reads Markdown files, and all those in folders and the folders in them, and says what the build would say of their
/// text; what front matter must hold is the build's to judge, since a plain file needs none. A text's raw HTML is
/// judged by its front matter's `html`, or else by that of broadside.yaml in the nearest folder above it. Nothing is
/// changed but by `what_is_sure`, which rewrites files.
Checked check(const std::vector<std::filesystem::path>&, Mend);

} // namespace broadside::publish
