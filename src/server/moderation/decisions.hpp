#pragma once

#include "server/replies/events.hpp"
#include "server/replies/rejection.hpp"
#include "server/replies/service.hpp"
#include "server/store/group_writer.hpp"
#include "server/store/store.hpp"

#include <boost/asio/awaitable.hpp>
#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::server::moderation {

/// The things that a moderator can do with replies.
enum class Action : std::uint8_t {
  approve,
  hold, // wait for approval again
  spam,
  remove, // which can be undone, unlike a writer's own deletion
  block,  // call it spam, with all else that its sender has sent and will send
  edit,
  dismiss, // leave it as it is: what readers report of it is no reason to change it
};

constexpr Words<Action, 7> action_words = {{{"approve", Action::approve},
                                            {"hold", Action::hold},
                                            {"spam", Action::spam},
                                            {"delete", Action::remove},
                                            {"block", Action::block},
                                            {"edit", Action::edit},
                                            {"dismiss", Action::dismiss}}};

/// An action on replies, each in the version that the moderator has seen.
struct Order {
  Action action;
  std::vector<store::Decision::Target> replies;
  /// The new text; only for `edit`.
  std::string text = {};
  /// The moderator's own words about it, and that the law demands it.
  std::string why = {};
  bool is_legal = false;
};

/// The result of an order or of undoing one.
struct Outcome {
  /// The name under which it can be undone.
  std::string id;
  /// See store::Decided.
  std::vector<store::Decided::One> replies;
};

/// Lets moderators read and decide. It knows nothing of HTTP, and nothing of who may do what. Each function
/// may be called from several threads; queue(), totals(),
/// card() and changes() block.
class Decisions {
public:
  struct Parts {
    store::Store& store;
    store::GroupWriter& writer;
    replies::Events& events;
    replies::Clock clock;
  };
  explicit Decisions(Parts parts) : parts_(std::move(parts)) {}

  store::Result<store::Queue> queue(const store::QueueRequest& request) { return parts_.store.queue(request); }
  store::Result<store::Totals> totals() { return parts_.store.totals(); }
  store::Result<std::optional<store::Card>> card(const std::string& reply) { return parts_.store.card(reply); }
  store::Result<std::vector<store::AuditEntry>> changes(const std::string& outcome) {
    return parts_.store.decision(outcome);
  }

  /// Does what a moderator orders, and returns when it is on the disk. The listeners are told of what readers see from
  /// then on. Rejections: invalid, unavailable.
  boost::asio::awaitable<tl::expected<Outcome, replies::Rejection>> carry_out(Order, std::string moderator);

  /// Makes the replies as they were before that outcome, except for those that have changed since. Rejections:
  /// unavailable.
  boost::asio::awaitable<tl::expected<Outcome, replies::Rejection>> undo(std::string outcome, std::string moderator);

private:
  boost::asio::awaitable<tl::expected<Outcome, replies::Rejection>> decide(store::Decision,
                                                                           const std::string& moderator);

  Parts parts_;
};

} // namespace broadside::server::moderation
