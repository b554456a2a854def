#pragma once

#include "publish/faults/faults.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace broadside::publish {

/// Returns the content of a file without a byte order mark. Faults: unreadable, malformed-utf8 (with the line).
std::optional<std::string> read_text_file(const std::filesystem::path&, Faults&);

/// Replaces the text of a file at once and whole, so that a reader of the file gets either the old text or the new one.
/// The byte order mark and the permissions stay. Faults: unwritable; the file is then unchanged.
void replace_text_file(const std::filesystem::path&, std::string_view text, Faults&);

} // namespace broadside::publish
