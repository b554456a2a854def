#pragma once

#include "server/store/store.hpp"

namespace soci {
class session;
}

namespace broadside::server::store {

/// Locks the rows of the articles that the replies belong to, until the transaction ends, and makes those that are
/// missing. Whoever writes replies does this first. So of several processes that write to one article each sees what
/// the one before has committed, be it the same reply; and the article's numbers, which are counted up in its row
/// within the transaction, are given in the order in which the transactions commit. The rows are locked in the order of
/// the ids, or two writers could wait for each other. Throws what SOCI throws.
void hold_articles(soci::session&, const std::vector<NewReply>&);

/// Writes the reply, unless it or another one under its key is there already. To be called after hold_articles(), in
/// its transaction. Throws what SOCI throws.
Added write(soci::session&, const NewReply&);

} // namespace broadside::server::store
