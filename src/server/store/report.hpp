#pragma once

#include "server/store/migrations.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace soci {
class session;
}

namespace broadside::server::store {

/// A reader's report of a published reply. It is open until a moderator has decided about the reply.
struct Report {
  /// The ids of the article and the reply.
  std::string article, reply;
  /// A word of replies::complaint_words, and what the reader wrote, if anything.
  std::string complaint, note;
  /// The network from which it came: nobody's whole address. Of one network, one report of each reply is kept.
  std::string network;
  /// The time as RFC 3339, in UTC.
  std::string time;
};

/// The number of reports of one reply that are kept. More say nothing new.
constexpr int most_reports = 100;

Migration report_tables();

// These functions throw what SOCI throws.

/// Keeps a report, unless the network has reported the reply before, or most_reports have. Returns false if readers of
/// the article see no such reply.
bool write_report(soci::session&, const Report&);

/// Returns the reports of a reply that are open, the first one first.
std::vector<Report> read_reports(soci::session&, const std::string& reply);

/// The condition, in SQL, that a row of replies is published and has open reports.
constexpr auto is_reported =
    "replies.state = 'published' AND replies.id IN (SELECT reply FROM reports WHERE settled_by = '')";

/// Returns the number of replies that are published and have open reports.
std::int64_t count_reported(soci::session&);

/// Settles the open reports of a reply by a decision with that id.
void settle_reports(soci::session&, const std::string& reply, const std::string& decision);

/// Opens the reports again that were settled by that decision.
void reopen_reports(soci::session&, const std::string& decision);

} // namespace broadside::server::store
