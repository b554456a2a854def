#pragma once

#include "core/error.hpp"

namespace broadside::cli {

/// Reports a fault on standard error, in one line: "broadside: content/a/en.md:3: title: is missing".
void report(const Error&);

/// Reports a warning on standard error: "broadside: content/a/en.md:3: warning: the row has more cells than the
/// header".
void warn(const Error&);

/// Returns the number with the noun: "1 fault", "2 faults".
std::string counted(std::size_t count, const std::string& noun);

} // namespace broadside::cli
