#pragma once

#include "core/reply/state.hpp"
#include "server/api/address.hpp"
#include "server/moderation/decisions.hpp"

#include <string>
#include <string_view>

namespace broadside::server::api {

/// The part of a moderators' page's address that says which replies it shows.
struct QueueQuery {
  reply::State state = reply::State::waiting;
  /// If it is true, the page shows the published replies that readers have reported.
  bool reported = false;
  /// See store::QueueRequest.
  std::string article = {}, search = {}, after = {};

  static QueueQuery read(const Parameters&);

  store::QueueRequest request() const;

  /// Returns the word that names the queue in addresses.
  std::string_view word() const;

  /// Returns the path on this server of the page, to which relative_address() leads.
  std::string path() const;
};

} // namespace broadside::server::api
