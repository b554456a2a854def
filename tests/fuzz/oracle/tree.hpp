#pragma once

#include <string>
#include <string_view>

namespace fuzz {

/// Reads a tree as the core wrote it (JsonML) and checks it against the content vocabulary and the limit of depth;
/// aborts with a message if it breaks a rule. Returns the content of the root as HTML, written by code that is
/// independent of the core's.
std::string html_of_valid_tree(std::string_view json);

/// Ends the process in such a way that libFuzzer keeps the input.
[[noreturn]] void fail(std::string_view what, std::string_view culprit);

} // namespace fuzz
