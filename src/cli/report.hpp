#pragma once

#include "core/error.hpp"

namespace broadside::cli {

/// Says on standard error what went wrong, in one line: "broadside: content/a/en.md:3: title: is missing".
void report(const Error&);

/// The same of what is no reason to stop: "broadside: content/a/en.md:3: warning: row has more cells than the header".
void warn(const Error&);

/// "1 fault", "2 faults".
std::string counted(std::size_t count, const std::string& noun);

} // namespace broadside::cli
