#pragma once

#include "server/store/migrations.hpp"

#include <string>
#include <vector>

namespace soci {
class session;
}

namespace broadside::server::store {

/// Somebody closes an article to further replies, or opens it again.
struct Closing {
  /// The id of the article.
  std::string article;
  bool closes = true;
  /// Who does so, and why if they say so: see AuditEntry.
  std::string actor, why = {};
  /// The time as RFC 3339, in UTC.
  std::string time;
};

Migration closing_tables();

// These functions throw what SOCI throws.

/// Closes the article or opens it, and notes that in the audit log. Returns false if it was so already.
bool write_closing(soci::session&, const Closing&);

/// Returns the ids of all articles that are closed.
std::vector<std::string> read_closed(soci::session&);

/// Returns the last times that an article was closed or opened, the last one first.
std::vector<Closing> read_closings(soci::session&, const std::string& article);

} // namespace broadside::server::store
