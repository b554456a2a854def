#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace broadside::publish {

/// Returns the SHA-256 of bytes in 64 hexadecimal digits, as sha256sum prints it.
std::string sha256(std::string_view bytes);

/// Returns that of a file's bytes, or nullopt if the file cannot be read.
std::optional<std::string> sha256_of_file(const std::filesystem::path&);

} // namespace broadside::publish
