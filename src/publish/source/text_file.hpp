#pragma once

#include "publish/faults/faults.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace broadside::publish {

/// What a file says, without a byte order mark. Faults: unreadable, malformed-utf8 (with the line).
std::optional<std::string> read_text_file(const std::filesystem::path&, Faults&);

/// Puts another text in the place of a file's, at once and whole: who reads the file has the one or the other. The byte
/// order mark and the permissions stay. Faults: unwritable; then the file is as it was.
void replace_text_file(const std::filesystem::path&, std::string_view text, Faults&);

} // namespace broadside::publish
