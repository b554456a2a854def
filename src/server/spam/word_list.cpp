#include "server/spam/word_list.hpp"

#include "core/unicode/blank.hpp"
#include "core/unicode/case_folding.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <fstream>

namespace broadside::server::spam {

tl::expected<WordList, Error> WordList::read(const std::filesystem::path& path) {
  std::ifstream file(path);
  WordList list;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (number == 1 && line.starts_with(byte_order_mark))
      line.erase(0, byte_order_mark.size());
    if (!is_utf8(line))
      return tl::unexpected(
          Error{"words-unreadable", path.string() + ":" + std::to_string(number),
                "This line is not in UTF-8. Save the file as UTF-8, with one word or phrase on a line."});
    const auto word = unicode::without_space_after(unicode::without_space_before(line));
    if (!word.empty() && !word.starts_with('#'))
      list.folded_.push_back(unicode::fold_case(word));
  }
  if (!file.eof())
    return tl::unexpected(Error{"words-unreadable", path.string(), "This file cannot be read."});
  return list;
}

bool WordList::occurs_in(std::string_view text) const {
  if (folded_.empty())
    return false;
  const auto folded = unicode::fold_case(text);
  return std::any_of(folded_.begin(), folded_.end(),
                     [&](const std::string& word) { return folded.find(word) != std::string::npos; });
}

} // namespace broadside::server::spam
