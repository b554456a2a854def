#pragma once

#include "core/error.hpp"

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::server::spam {

/// Words and phrases that let a reply wait. Each occurs wherever its letters do, whatever their case and within longer
/// words too, as in WordPress's lists: "press" occurs in "WordPress".
class WordList {
public:
  WordList() = default;

  /// Reads a file of UTF-8 with a word or a phrase on each line. Blank lines, and those that begin with #, are left
  /// out. Errors: words-unreadable.
  static tl::expected<WordList, Error> read(const std::filesystem::path&);

  bool occurs_in(std::string_view text) const;

private:
  std::vector<std::string> folded_; // without case
};

} // namespace broadside::server::spam
