#pragma once

#include "publish/faults/faults.hpp"

#include <filesystem>
#include <vector>

namespace broadside::publish {

enum class Mend { nothing, certain };

/// The result of checking some texts.
struct Checked {
  std::size_t files = 0;
  /// The faults and warnings that remain.
  std::vector<Fault> found;
  /// The faults and warnings that have been mended.
  std::vector<Fault> mended;
  /// The number of entries in `found` that could be mended.
  std::size_t mendable = 0;
};

/// Reads Markdown files, including those in folders and their subfolders, and reports what the build would report about
/// their text. The members of the front matter are checked only by the build, since a plain file needs none. The
/// setting for raw HTML comes from the front matter's `html`, or else from broadside.yaml in the nearest folder above
/// the file. Files are rewritten only with `certain`.
Checked check(const std::vector<std::filesystem::path>&, Mend);

} // namespace broadside::publish
