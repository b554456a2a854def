#pragma once

#include "core/markdown/options.hpp"
#include "publish/source/text_link.hpp"

#include <cmark-gfm.h>

#include <string>
#include <string_view>
#include <vector>

namespace broadside::publish {

/// Checks the relative links of a text that begins at `start`: each must lead to a file, to another text (with or
/// without a fragment), or to a page or an article.json that the build makes. Returns the links to texts, which the
/// build may leave out. `document` is cmark's tree of the text. Warnings: missing-file, missing-anchor, and
/// link-from-root if a path from the site's root names a text, which is not published at that path.
std::vector<TextLink> check_relative_links(std::string_view markdown, cmark_node* document, markdown::RawHtml,
                                           const Location& start, Faults&);

/// Returns the text of an article with its links to other texts replaced by links to their pages: "../cat/en.md#costs"
/// becomes "../cat/en/#article-costs". Addresses in articles are relative to the article's folder. Nothing else is
/// changed.
std::string with_page_addresses(std::string_view markdown, markdown::RawHtml, const std::filesystem::path& file);

} // namespace broadside::publish
