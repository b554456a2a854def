#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadside::yaml {

// The values of a member in YAML, given as they stand after its colon, with the indented lines that follow. Read is
// what front matter needs of YAML: texts, plain, quoted and in blocks, and lists of texts. They are texts exactly as
// they are written, so that `no` is "no". What is anything else (a mapping, null, an alias, a tag) is passed over.

/// Returns whether a line that is not indented begins an item of a list.
bool is_item(std::string_view line);

/// Returns the text of the value. It is empty if the value is not a text.
std::string text_of(std::string_view value);

/// The texts of a list, in brackets or item by item, or one text alone; without those that are empty.
std::vector<std::string> texts_of(std::string_view value);

} // namespace broadside::yaml
