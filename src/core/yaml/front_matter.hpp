#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadside::yaml {

/// The facts that a plain Markdown file states before its text. A member is empty if the file does not state it.
struct FrontMatter {
  std::string title;
  /// The language as it was written: `lang: no` is Norwegian.
  std::string language;
  std::string date;
  std::vector<std::string> authors;
};

/// Reads the front matter at the start of a text, if there is any, and returns the text after it.
///
/// Front matter is YAML between a line "---" and a line "---" or "...". The members `title`, `lang`, `published` or
/// else `date`, `author` and `authors` are read as the publisher's build reads them; all others are ignored. A text
/// without a closing line, or whose lines are not those of a mapping, has no front matter and is returned whole, since
/// a text may also begin with a thematic break.
std::string_view take_front_matter(std::string_view text, FrontMatter&);

} // namespace broadside::yaml
