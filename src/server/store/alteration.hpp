#pragma once

#include "server/store/store.hpp"

namespace soci {
class session;
}

namespace broadside::server::store {

/// Alters a reply, and writes that to the audit log, within the caller's transaction, which has locked the article.
/// Throws what SOCI throws.
Altered alter(soci::session&, const Alteration&);

} // namespace broadside::server::store
