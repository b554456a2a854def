#pragma once

#include "core/html/url.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace broadside::publish {

/// The path of the file that an address names, relative to the article's folder, with %20 and the like read; nothing
/// where the address leads to the web or to the root of a site.
std::optional<std::string> relative_path(const html::Url&);

/// The file in content/ that such a path names from an article's folder, as its name is written there: "é" may be one
/// character or two (Unicode's NFC and NFD). Nothing where there is none that the build copies.
std::optional<std::filesystem::path> find_content_file(const std::filesystem::path& article_folder,
                                                       const std::string& path);

} // namespace broadside::publish
