#pragma once

#include "core/lint/options.hpp"
#include "core/markdown/options.hpp"
#include "publish/faults/faults.hpp"

#include <cmark-gfm.h>

#include <string_view>

namespace broadside::publish {

/// Checks the address of a picture: if it is relative, the file must be there, in the article's folder or another's
/// beside it. Faults: unsafe-address, missing-picture.
void check_picture(std::string_view address, const Place&, const std::filesystem::path& article_folder, Faults&);

/// Checks the addresses of all links and pictures in a text that begins at `start`; `document` is cmark's tree of it.
/// Faults: as above; of a link, whose text remains, unsafe-address is a warning, and of a picture in raw HTML that
/// readers get, missing-picture is.
void check_addresses(cmark_node* document, markdown::RawHtml, const Place& start,
                     const std::filesystem::path& article_folder, Faults&);

/// Returns what the rules of `check` have to know of a text in that folder.
lint::Options lint_options(markdown::RawHtml, const std::filesystem::path& article_folder);

} // namespace broadside::publish
