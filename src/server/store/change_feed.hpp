#pragma once

#include "server/store/merging.hpp"
#include "server/store/store.hpp"

#include <functional>
#include <string>

namespace soci {
class session;
}

namespace broadside::server::store {

// The number of steps that these functions take grows with what they return, and not with the number of replies. They
// throw what SOCI throws.

/// Returns the number of the article's latest change, or 0 if it has no replies yet.
ChangeNumber latest_change(soci::session&, const std::string& article);

/// Gives the changes after `since` to `take`, in their order, each with its number and the language of its branch. It
/// gives at most so many `rows`, and stops when `take` returns false. Here only replies that readers do not see any
/// more are gone.
void read_changes(soci::session&, const std::string& article, ChangeNumber since, int rows,
                  const std::function<bool(Change, ChangeNumber, const std::string& branch_language)>& take);

/// Returns the statement of read_changes().
std::string changes_statement(Merging);

} // namespace broadside::server::store
