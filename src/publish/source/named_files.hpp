#pragma once

#include "publish/source/named_file.hpp"

#include <cmark-gfm.h>

#include <optional>
#include <string_view>
#include <vector>

namespace broadside::publish {

/// Returns the file that an address in an article names, if there is one. `base` is the address of its article.json.
std::optional<NamedFile> named_file(NamedFile::Use, std::string_view address,
                                    const std::filesystem::path& article_folder, const html::Url& base);

/// Returns every file that a text names in its links, pictures and raw HTML, whether or not readers get that HTML.
/// `document` is cmark's tree of the text.
std::vector<NamedFile> named_files(cmark_node* document, const std::filesystem::path& article_folder,
                                   const html::Url& base);

/// Returns the text with the addresses of these files spelled as the files are. The same name elsewhere in the text
/// changes too, which no reader sees. An address that is written with backslashes or character references stays.
std::string with_own_names(std::string markdown, const std::vector<NamedFile>&);

} // namespace broadside::publish
