#pragma once

#include "server/store/store.hpp"

#include <functional>
#include <string>

namespace soci {
class session;
}

namespace broadside::server::store {

// These take a number of steps that grows with what they give, and not with the replies. They throw what SOCI throws.

/// Returns the number of the article's latest change, or 0 where it has no replies yet.
ChangeNumber latest_change(soci::session&, const std::string& article);

/// Gives what has changed behind `since` to `take`, in the order of the changes, each with its number: at most so many
/// `rows`, and until `take` answers false. Only what was deleted is said to be gone here.
void read_changes(soci::session&, const std::string& article, ChangeNumber since, int rows,
                  const std::function<bool(Change, ChangeNumber)>& take);

/// The statement behind read_changes().
std::string changes_statement();

} // namespace broadside::server::store
