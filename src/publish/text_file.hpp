#pragma once

#include "publish/faults.hpp"

#include <optional>
#include <string>

namespace broadside::publish {

/// What a file says, without a byte order mark. Faults: unreadable, malformed-utf8 (with the line).
std::optional<std::string> read_text_file(const std::filesystem::path&, Faults&);

} // namespace broadside::publish
