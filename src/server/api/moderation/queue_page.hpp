#pragma once

#include "server/api/moderation/card.hpp"
#include "server/api/moderation/queue_query.hpp"
#include "server/api/route.hpp"

#include <optional>
#include <string>
#include <vector>

namespace broadside::server::api {

/// Shows a queue of replies to moderators.
boost::asio::awaitable<http::Response> show_queue(Services&, const Call&);

/// Returns a page that says in one sentence why something was not done, with the replies as they are now.
struct Undone {
  std::string sentence;
  std::vector<store::Card> cards;
  /// The path of the page to which the cards' forms lead back.
  std::string back;
  /// See CardView.
  std::optional<std::string> typed = std::nullopt;
  std::string problem = {};
};
http::Response undone_response(Services&, const Call&, const SignedIn&, const Undone&, unsigned status);

} // namespace broadside::server::api
