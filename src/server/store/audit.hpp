#pragma once

#include "core/reply/state.hpp"
#include "server/store/alteration.hpp"

#include <string>
#include <vector>

namespace soci {
class session;
}

namespace broadside::server::store {

/// A line of the audit log: one change of one reply.
struct AuditEntry {
  /// The time as RFC 3339, in UTC, and who has done it: "writer", or "moderator " and a name.
  std::string time, actor;
  /// The ids of the article and the reply.
  std::string article, reply;
  reply::State before = reply::State::published;
  reply::State after = reply::State::published;
  bool is_edited = false;
  /// A word for the state's reason, and what the moderator says about it.
  std::string reason, why = {};
};

// These functions throw what SOCI throws.

/// Notes an alteration that has just been made, with everything that undoing it needs: `before` is the reply as it was.
struct BeforeAlteration {
  reply::State state;
  std::string reason, text;
};
void write_audit(soci::session&, const Alteration&, const BeforeAlteration& before, reply::State after);

/// Removes the reply's words from the audit log.
void forget_texts(soci::session&, const std::string& reply);

/// Returns what a decision has changed, the first change first.
std::vector<AuditEntry> read_decision(soci::session&, const std::string& decision);

/// Returns the last changes of a reply, the last one first.
std::vector<AuditEntry> read_history(soci::session&, const std::string& reply);

} // namespace broadside::server::store
