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

/// Checks that the pictures of a text that begins at `start` exist, as above; `document` is cmark's tree of the text.
/// Fault: missing-picture, which is only a warning for a picture in raw HTML that readers get. lint::remarks_on reports
/// addresses that are not safe.
void check_addresses(cmark_node* document, markdown::RawHtml, const Location& start,
                     const std::filesystem::path& article_folder, Faults&);

/// Returns the options of the lint rules for a text in that folder.
lint::Options lint_options(markdown::RawHtml, const std::filesystem::path& article_folder);

} // namespace broadside::publish
