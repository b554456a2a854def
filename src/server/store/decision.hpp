#pragma once

#include "core/reply/state.hpp"
#include "server/store/alteration.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace soci {
class session;
}

namespace broadside::server::store {

/// A decision of a moderator about one reply or several. All that follows from it is one transaction.
struct Decision {
  /// A name that no other decision has, by which it can be undone.
  std::string id = {};
  struct Target {
    std::string reply;
    std::int64_t version; // the one that the moderator has seen: see Card
  };
  std::vector<Target> replies = {};
  /// The state of the replies from now on; nothing if they keep theirs.
  std::optional<reply::State> state = std::nullopt;
  /// The new text of the replies, if there is one. It has passed reply::validate.
  std::optional<std::string> text = std::nullopt;
  /// If it is true, all other replies of these senders that are published or waiting become spam, and so do all that
  /// they send from then on.
  bool blocks_senders = false;
  /// If it is true, what readers have reported of the replies is settled by this.
  bool settles_reports = false;
  /// The id of the decision that this one undoes; the other fields above have no meaning then. Replies that have
  /// changed since are left as they are.
  std::string undoes = {};
  /// The moderator's own words about it.
  std::string why = {};
  /// The name and the reason with which the audit log has it, and the time as RFC 3339, in UTC.
  std::string actor = {}, reason = {}, time = {};
};

/// The result of a decision: each reply that it was about, in the given order, and then the others of blocked senders.
struct Decided {
  struct One {
    std::string article; // the article's id; empty if there is no such reply
    Altered altered;
  };
  std::vector<One> replies;
};

/// Throws what SOCI throws.
Decided decide(soci::session&, const Decision&);

} // namespace broadside::server::store
