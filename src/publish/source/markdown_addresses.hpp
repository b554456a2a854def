#pragma once

#include "core/lint/options.hpp"
#include "core/markdown/options.hpp"
#include "publish/faults/faults.hpp"

#include <cmark-gfm.h>

#include <string_view>

namespace broadside::publish {

/// Checks the address of a picture. If it is relative, the file must exist in the folder of this article or of another.
/// Faults: unsafe-address, missing-picture.
void check_picture(std::string_view address, const Location&, const std::filesystem::path& article_folder, Faults&);

/// Checks the addresses of all links and pictures in a text that begins at `start`; `document` is cmark's tree of the
/// text. Faults: those of check_picture. For a link, unsafe-address is only a warning, since the link's text remains;
/// for a picture in raw HTML that readers get, missing-picture is.
void check_addresses(cmark_node* document, markdown::RawHtml, const Location& start,
                     const std::filesystem::path& article_folder, Faults&);

/// Returns the options of the lint rules for a text in that folder.
lint::Options lint_options(markdown::RawHtml, const std::filesystem::path& article_folder);

} // namespace broadside::publish
