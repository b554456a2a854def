#pragma once

#include "core/html/url.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace broadside::publish {

/// Returns the path of the file that an address names, relative to the article's folder and with percent-encoding
/// decoded. Returns nullopt if the address leads to the web or to the root of a site.
std::optional<std::string> relative_path(const html::Url&);

/// Returns the file in content/ that such a path names from an article's folder, with its name as the file system
/// spells it: "é" may be one character or two (Unicode's NFC and NFD). Returns nullopt if there is no such file that
/// the build copies.
std::optional<std::filesystem::path> find_content_file(const std::filesystem::path& article_folder,
                                                       const std::string& path);

} // namespace broadside::publish
