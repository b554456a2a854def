#pragma once

#include <cmark-gfm.h>

#include <filesystem>
#include <set>
#include <string_view>

namespace broadside::publish {

/// Adds the file in content/ that an address in an article names, if there is one.
void add_named_file(std::string_view address, const std::filesystem::path& article_folder,
                    std::set<std::filesystem::path>& names);

/// The same of all that a text names by its links, pictures and raw HTML, whatever becomes of that. `document` is
/// cmark's tree of the text.
void add_named_files(cmark_node* document, const std::filesystem::path& article_folder,
                     std::set<std::filesystem::path>& names);

} // namespace broadside::publish
