#pragma once

#include <string>

namespace broadside {

/// Why something could not be done: an expected failure, returned as a value.
struct Error {
  /// Stable and for programs: lower case, hyphens ("wrong-type").
  std::string code;
  /// The place at fault: a JSON path ("translations.en.title") or a file and line; empty for the whole input.
  std::string where;
  /// One sentence for a developer, in English.
  std::string message;
};

} // namespace broadside
