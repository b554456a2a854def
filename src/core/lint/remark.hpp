#pragma once

#include <string>
#include <vector>

namespace broadside::lint {

/// A change of one line: `length` bytes from `offset` are replaced by `text`.
struct Edit {
  int line;
  std::size_t offset, length;
  std::string text;
};

/// A likely mistake in a text. Lines are counted from 1.
struct Remark {
  int line;
  /// A stable code for programs.
  std::string code;
  /// One sentence for the writer, in English.
  std::string message;
  /// The changes that mend it. The list is empty if the right change is not certain.
  std::vector<Edit> mend;
  /// A fault prevents publishing, because readers would miss a picture.
  bool is_fault = false;
};

} // namespace broadside::lint
