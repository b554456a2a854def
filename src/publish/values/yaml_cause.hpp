#pragma once

#include <string>
#include <string_view>

namespace broadside::publish {

/// Returns what is wrong with a line that yaml-cpp does not read, and what to write in its stead; `message` is what
/// yaml-cpp says of it, which names neither. Where the cause cannot be told, that is returned as it is.
std::string yaml_cause(const std::string& message, std::string_view line);

} // namespace broadside::publish
