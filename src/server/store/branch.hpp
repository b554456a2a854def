#pragma once

#include "server/store/selection.hpp"

#include <optional>
#include <string>

namespace soci {
class session;
}

namespace broadside::server::store {

/// A reply that readers see, as far as replies to it need to know it.
struct Standing {
  std::string path;
  /// The language that decides in which section its branch stands.
  std::string branch_language;
  bool is_published = true;
  std::string name = {};
};

// The number of steps that these functions take grows with what they return, and not with the number of replies. They
// throw what SOCI throws.

/// Returns where the reply with that id stands, or nothing if readers of the article do not see it.
std::optional<Standing> standing_of(soci::session&, const std::string& article, const std::string& id);

/// Gives the replies above a path to `take`, from the branch's first one down.
void read_above(soci::session&, const std::string& article, const std::string& path, const Take& take);

/// Gives the replies of the branch that begins with the path `first` and that stand at the path `from` or after it to
/// `take`, in their order. It gives at most so many `rows`.
void read_branch(soci::session&, const std::string& article, const std::string& first, const std::string& from,
                 int rows, const Take& take);

/// Return the statements of read_above() for that many replies, and of read_branch().
std::string reading_above_statement(std::size_t replies);
std::string branch_statement();

} // namespace broadside::server::store
