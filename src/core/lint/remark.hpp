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

/// A position in a text. Lines are counted from 1, and the offset in bytes from the start of the line, which it is if
/// nothing more is known.
struct Place {
  int line;
  std::size_t offset = 0;
  /// The same in characters, counted from 1. lint::remarks_on finds it out for all remarks together.
  int column = 1;
};

/// A likely mistake in a text, at the place where it begins.
struct Remark : Place {
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
