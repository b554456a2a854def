#pragma once

#include "server/store/store.hpp"

#include <set>
#include <string>

namespace soci {
class session;
}

namespace broadside::server::store {

/// Locks the rows of the articles until the transaction ends, and makes those that are
/// missing. Every writer calls it first. So if several processes write to one article, each sees what the one before
/// has committed, even the same reply. The article's numbers, which are counted up in its row within the transaction,
/// are given in the order in which the transactions commit. The rows are locked in the order of the ids, since two
/// writers could otherwise wait for each other. Throws what SOCI throws.
void lock_articles(soci::session&, const std::set<std::string>& articles);

/// Writes the reply, unless the reply itself or another one with its key is there already. It is called after
/// lock_articles(), in the same transaction. Throws what SOCI throws.
Added write(soci::session&, const NewReply&);

} // namespace broadside::server::store
