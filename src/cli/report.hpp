#pragma once

#include "core/error.hpp"

namespace broadside::cli {

/// Says on standard error what went wrong, in one line: "broadside: content/a/en.md:3: title: is missing".
void report(const Error&);

} // namespace broadside::cli
