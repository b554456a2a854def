#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadside::yaml {

// The values of a member in YAML, given as they stand after its colon, with the indented lines that follow. These
// functions read what front matter needs of YAML: plain, quoted and block texts, and lists of texts. Texts are exactly
// as they are written, so that `no` is "no". Other values (a mapping, null, an alias, a tag) are ignored.

/// Returns whether a line that is not indented begins an item of a list.
bool is_item(std::string_view line);

/// Returns the text of the value. It is empty if the value is not a text.
std::string text_of(std::string_view value);

/// Returns the texts of a list, in brackets or item by item, or of a single text, without empty ones.
std::vector<std::string> texts_of(std::string_view value);

} // namespace broadside::yaml
