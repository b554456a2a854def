#pragma once

#include "core/markdown/options.hpp"
#include "publish/lint/remark.hpp"

#include <cmark-gfm.h>

#include <string_view>

namespace broadside::publish {

/// What is to be said of a text, in the order of its lines: too-many-cells, pasted-bullet, child-indent, and raw-html
/// where that mode keeps it from readers.
/// `document` is cmark's tree of the text.
std::vector<Remark> lint(std::string_view markdown, cmark_node* document, markdown::RawHtml);

/// The text with everything mended that the remarks know how to mend. Nothing else in it changes.
std::string mended(std::string_view markdown, const std::vector<Remark>&);

} // namespace broadside::publish
