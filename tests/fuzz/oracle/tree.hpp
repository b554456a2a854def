#pragma once

#include <string>
#include <string_view>

namespace fuzz {

/// Reads a tree as the core wrote it (JsonML) and holds it to the content vocabulary and to the bound of depth; aborts,
/// saying what is wrong, where it breaks a rule. Returns what is in the root as HTML, written by other code than the
/// core's.
std::string html_of_valid_tree(std::string_view json);

/// Ends the process in the way that libFuzzer keeps the input of.
[[noreturn]] void fail(std::string_view what, std::string_view culprit);

} // namespace fuzz
