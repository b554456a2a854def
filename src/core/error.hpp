#pragma once

#include <string>

namespace broadside {

/// The reason why something could not be done: an expected failure, returned as a value.
struct Error {
  /// The code is stable, and meant for programs: lower case, hyphens ("wrong-type").
  std::string code;
  /// The place of the error: a JSON path ("translations.en.title") or a file and line; empty for the whole input.
  std::string where;
  /// The message is one sentence for a developer, in English.
  std::string message;
};

} // namespace broadside
