#pragma once

#include "core/reply/reply.hpp"
#include "server/store/audit.hpp"
#include "server/store/report.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace soci {
class session;
}

namespace broadside::server::store {

/// The facts about a writer that count for a new reply.
struct Sender {
  bool is_known = false; // a reply of theirs is published
  bool is_blocked = false;
};

/// A number of replies for each state.
class StateCounts {
public:
  std::int64_t operator[](reply::State state) const { return counts_.at(static_cast<std::size_t>(state)); }
  std::int64_t& operator[](reply::State state) { return counts_.at(static_cast<std::size_t>(state)); }

private:
  std::array<std::int64_t, reply::state_words.size()> counts_ = {};
};

/// The number of replies in each queue, of all articles.
struct Totals {
  StateCounts in_state;
  std::int64_t reported = 0;
};

/// A reply as moderators see it: whole, in whatever state it is.
struct Card {
  reply::Reply reply;
  /// The article's id.
  std::string article;
  /// The number of changes that the reply has seen, of its words and its state.
  std::int64_t version = 0;
  /// A word for the reason of its state: see replies::Verdict.
  std::string reason = {};
  /// The text of the reply that it answers; empty if it answers the article, or if that reply is deleted.
  std::string parent_text = {};
  /// The replies from the same e-mail address, with this one.
  StateCounts of_sender = {};
  bool sender_is_blocked = false;
  /// The reports of the reply that are open.
  std::vector<Report> reports = {};
  /// The last changes of the reply, the last one first.
  std::vector<AuditEntry> history = {};
};

/// Asks for replies in one state. Those that wait come with the oldest first, and all others with the newest first.
struct QueueRequest {
  reply::State state;
  /// If it is true, only published replies with open reports are wanted, and `state` has no meaning.
  bool reported = false;
  /// The id of the article; empty for those of all articles.
  std::string article = {};
  /// A part of the name or the text, whatever the case of its letters (of A to Z alone); empty for all.
  std::string search = {};
  /// The `next` of an earlier page; empty for the first one.
  std::string after = {};
  int limit;
};

struct Queue {
  std::vector<Card> cards;
  /// The value of QueueRequest::after for the next page; empty on the last one.
  std::string next = {};
};

// These functions throw what SOCI throws.

Queue read_queue(soci::session&, const QueueRequest&);
std::optional<Card> read_card(soci::session&, const std::string& reply);
Totals read_totals(soci::session&);
Sender read_sender(soci::session&, const std::string& email);
/// Does the same for the writer of a reply, without that reply.
Sender read_sender_of(soci::session&, const std::string& reply);

} // namespace broadside::server::store
