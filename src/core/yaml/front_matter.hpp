#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadside::yaml {

/// What a plain Markdown file says of itself before its text. A member is empty if the file does not say it.
struct FrontMatter {
  std::string title;
  /// The language as it was written: `lang: no` is Norwegian.
  std::string language;
  std::string date;
  std::vector<std::string> authors;
};

/// Reads the front matter that a text may begin with, and returns the text that follows it.
///
/// It is YAML between a line "---" and a line "---" or "...". Of it are read `title`, `lang`, `published` or else
/// `date`, `author` and `authors`, as the publisher's build reads them; whatever else it holds is passed over. A text
/// without a closing line, or whose lines are not those of a mapping, has no front matter: it is returned whole, since
/// a thematic break may begin a text too.
std::string_view take_front_matter(std::string_view text, FrontMatter&);

} // namespace broadside::yaml
