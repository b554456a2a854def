#pragma once

#include <string>
#include <vector>

namespace broadside::lint {

/// A change of one line: so many bytes from `offset` are replaced by `text`.
struct Edit {
  int line;
  std::size_t offset, length;
  std::string text;
};

/// Something in a text that is surely not what its writer meant. Lines are counted from 1.
struct Remark {
  int line;
  /// Stable and for programs.
  std::string code;
  /// One sentence for a writer, in English.
  std::string message;
  /// What mends it; empty where that cannot be known for sure.
  std::vector<Edit> mend;
  /// True where the text must not be published so: readers would miss a picture.
  bool is_fault = false;
};

} // namespace broadside::lint
