#pragma once

#include "server/store/store.hpp"

namespace soci {
class session;
}

namespace broadside::server::store {

/// Writes the reply, unless it or another one under its key is there already. To be called within a transaction that
/// holds the lock for writing. Throws what SOCI throws.
Added write(soci::session&, const NewReply&);

} // namespace broadside::server::store
