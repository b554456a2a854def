#pragma once

#include <string>
#include <string_view>

namespace broadside::publish {

/// Returns what is wrong with a line that yaml-cpp does not read, and what to write instead. `message` is yaml-cpp's
/// message, which says neither. It is returned unchanged if the cause is not known.
std::string yaml_cause(const std::string& message, std::string_view line);

} // namespace broadside::publish
