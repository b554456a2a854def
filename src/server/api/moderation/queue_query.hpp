#pragma once

#include "core/reply/state.hpp"
#include "server/api/address.hpp"
#include "server/moderation/decisions.hpp"

#include <string>

namespace broadside::server::api {

/// The part of a moderators' page's address that says which replies it shows.
struct QueueQuery {
  reply::State state = reply::State::waiting;
  /// See store::QueueRequest.
  std::string article = {}, search = {}, after = {};

  static QueueQuery read(const Parameters&);

  store::QueueRequest request() const;

  /// Returns the path on this server of the page, to which relative_address() leads.
  std::string path() const;
};

} // namespace broadside::server::api
