#pragma once

#include <string>

namespace soci {
class session;
}

namespace broadside::server::store {

// A reply is listed, which is where readers see it, if it is published or if one below it is listed. These functions
// keep that true, and the number of replies in each branch. They throw what SOCI throws.

/// The values of the column `listed`.
constexpr int nowhere = 0;
constexpr int in_branch = 1; // on the pages of its branch
constexpr int on_pages = 2;  // on those of the thread, too

/// Counts a reply at that path in its branch. Returns how it is listed from now on, and the branch's number of replies
/// besides the first one. The replies above it must be listed.
struct Listed {
  int where;
  int answers;
};
Listed list(soci::session&, const std::string& article, const std::string& path);

/// Lists the replies above that path which are not.
void list_above(soci::session&, const std::string& article, const std::string& path);

/// Counts a reply at that path out, which is not listed any more, and with it those above it that were listed for its
/// sake.
void unlist(soci::session&, const std::string& article, const std::string& path);

/// Returns whether a reply below that path is listed.
bool is_listed_below(soci::session&, const std::string& article, const std::string& path);

} // namespace broadside::server::store
