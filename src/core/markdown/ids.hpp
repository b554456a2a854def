#pragma once

#include "core/html/url.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace broadside::markdown {

/// The ids of one text. Each is unique, and all have a prefix, so that none is ever a name of the page on which it
/// stands.
class Ids {
public:
  /// Every id begins with `root`, such as "article-", and `prefix` comes after it.
  Ids(std::string_view root, std::string_view prefix) : root_(root), prefix_(root_ + std::string(prefix)) {}

  /// Notes that the text has, or will have, a place of this name to which links can lead.
  void expect(std::string_view name);
  /// Returns the id of a heading with these words: heading_name, with a number if there is an equal one already.
  std::string heading(std::string_view words);
  /// Returns the id that an author gave a heading, with a number if it is taken already. Returns an empty text for a
  /// name of our own.
  std::string heading_chosen(const std::string& name);
  /// Returns the id for one that an author chose in raw HTML, or an empty text if it is taken.
  std::string chosen(std::string_view id);
  /// Returns the id of something that we have made, such as a footnote.
  std::string own(std::string_view name) const { return prefix_ + std::string(name); }
  /// Returns the address of a place in this text that its author calls `#fragment`, by its name or by its id in the
  /// page. If there is none of exactly that name, it takes one that differs only in case, hyphens and invisible
  /// characters.
  html::Url link_to(const html::Url& fragment) const;

private:
  bool take(const std::string& name);
  std::string numbered(const std::string& name);
  std::string_view without_prefix(std::string_view name) const;

  std::string root_, prefix_;
  std::set<std::string> taken_;
  std::set<std::string> expected_;
  /// The ids, by their loose names.
  std::map<std::string, std::string> expected_loosely_;
  /// The last number that was given to each name of a heading.
  std::map<std::string, int> last_number_;
};

} // namespace broadside::markdown
