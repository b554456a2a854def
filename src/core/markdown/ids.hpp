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
  /// `root` is what every id of such a text has, as "article-"; `prefix` comes after it.
  Ids(std::string_view root, std::string_view prefix) : root_(root), prefix_(root_ + std::string(prefix)) {}

  /// Notes that the text has, or will have, a place of this name, for links to be led there.
  void expect(std::string_view name);
  /// The id of a heading with these words: heading_name, with a number where there is one like it already.
  std::string heading(std::string_view words);
  /// The id that an author gave a heading, with a number where it is taken already; empty for a name of our own.
  std::string heading_chosen(const std::string& name);
  /// The id for one that an author chose in raw HTML; empty where it is taken.
  std::string chosen(std::string_view id);
  /// The id of something of our own making, such as a footnote.
  std::string own(std::string_view name) const { return prefix_ + std::string(name); }
  /// The address of a place in this text that its author calls `#fragment`: by its name, or by its id as it stands in
  /// the page. Where there is none of exactly that name, one that differs from it only in letters' case, hyphens, and
  /// what is not to be seen, will do.
  html::Url link_to(const html::Url& fragment) const;

private:
  bool take(const std::string& name);
  std::string numbered(const std::string& name);
  std::string_view without_prefix(std::string_view name) const;

  std::string root_, prefix_;
  std::unordered_set<std::string> taken_;
  std::unordered_set<std::string> expected_;
  /// The ids, by their loose names.
  std::unordered_map<std::string, std::string> expected_loosely_;
  /// The last number that was given to each name of a heading.
  std::unordered_map<std::string, int> last_number_;
};

} // namespace broadside::markdown
