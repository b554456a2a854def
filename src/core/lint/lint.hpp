#pragma once

#include "core/lint/options.hpp"
#include "core/lint/remark.hpp"

#include <cmark-gfm.h>

#include <string_view>

namespace broadside::lint {

/// Returns the remarks on a text, in the order of its lines; docs/publishing.md lists them. `document` is cmark's tree
/// of the text. It takes time in proportion to the text's length.
std::vector<Remark> remarks_on(std::string_view markdown, cmark_node* document, const Options&);

/// Returns the text with all changes applied that the remarks contain. Nothing else in it changes.
std::string mended(std::string_view markdown, const std::vector<Remark>&);

/// Returns the text with these changes applied, which must not overlap.
std::string edited(std::string_view markdown, std::vector<Edit>);

/// Returns the remarks as a JSON array of {"line", "offset", "code", "message", "mend"}; `mend` is an array of {"line",
/// "offset", "length", "text"}. Offsets and lengths count the bytes of UTF-8.
std::string to_json(const std::vector<Remark>&);

} // namespace broadside::lint
