#pragma once

#include "core/html/url.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace broadside::markdown {

/// The ids of one text: each once, all with a prefix, so that none is ever a name of the page that it stands on.
class Ids {
public:
  /// `prefix` comes after "article-", which every id of a publisher's has.
  explicit Ids(std::string_view prefix) : prefix_("article-" + std::string(prefix)) {}

  /// The id of a heading with these words: in lower case, hyphens for spaces, without punctuation, and with a number
  /// where there is one like it already.
  std::string heading(std::string_view words);
  /// The id for one that an author chose; empty where it is taken.
  std::string chosen(std::string_view id);
  /// The id of something of our own making, such as a footnote.
  std::string own(std::string_view name) const { return prefix_ + std::string(name); }
  /// The address of a place in this text that its author calls `#fragment`.
  html::Url link_to(const html::Url& fragment) const;

private:
  bool take(const std::string& name);

  std::string prefix_;
  std::unordered_set<std::string> taken_;
  /// For the words of headings: the last number that was given.
  std::unordered_map<std::string, int> last_number_;
};

} // namespace broadside::markdown
