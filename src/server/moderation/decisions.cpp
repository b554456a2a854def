#include "server/moderation/decisions.hpp"

#include "server/store/awaitable_writer.hpp"
#include "server/store/reply_id.hpp"

namespace asio = boost::asio;

namespace broadside::server::moderation {

namespace {

using replies::Rejection;
using reply::State;

/// Returns the state to which an action leads, or nothing if the replies keep theirs.
std::optional<State> state_after(Action action) {
  switch (action) {
  case Action::approve:
    return State::published;
  case Action::hold:
    return State::waiting;
  case Action::spam:
  case Action::block:
    return State::spam;
  case Action::remove:
    return State::deleted;
  case Action::edit:
  case Action::dismiss:
    return std::nullopt;
  }
  return std::nullopt;
}

/// Tells the listeners of everything that readers see from now on. It is called on the writer's thread.
std::function<void(const store::Decided&)> publishing(replies::Events& events) {
  return [&events](const store::Decided& decided) {
    for (const auto& [article, altered] : decided.replies)
      if (altered.is_newly_published)
        events.publish({article, altered.reply, {}});
  };
}

} // namespace

asio::awaitable<tl::expected<Outcome, Rejection>> Decisions::carry_out(Order order, std::string moderator) {
  store::Decision decision;
  decision.replies = std::move(order.replies);
  decision.state = state_after(order.action);
  decision.blocks_senders = order.action == Action::block;
  decision.settles_reports = order.action != Action::edit;
  decision.reason = order.is_legal ? "legal" : order.action == Action::dismiss ? "dismissed" : "moderator";
  decision.why = std::move(order.why);
  if (order.action == Action::edit) {
    // The other fields of the reply were valid when it was kept, and stay.
    auto draft = reply::validate({"Writer", "writer@example.com", "", std::move(order.text)});
    if (!draft)
      co_return tl::unexpected(Rejection{Rejection::Reason::invalid, draft.error()});
    decision.text = std::move(draft->text);
  }
  co_return co_await decide(std::move(decision), moderator);
}

asio::awaitable<tl::expected<Outcome, Rejection>> Decisions::undo(std::string outcome, std::string moderator) {
  store::Decision decision;
  decision.undoes = std::move(outcome);
  co_return co_await decide(std::move(decision), moderator);
}

asio::awaitable<tl::expected<Outcome, Rejection>> Decisions::decide(store::Decision decision,
                                                                    const std::string& moderator) {
  decision.id = store::random_id();
  decision.actor = "moderator " + moderator;
  decision.time = parts_.clock();
  const auto id = decision.id;
  auto decided = co_await store::decide(parts_.writer, std::move(decision), publishing(parts_.events));
  if (!decided)
    co_return tl::unexpected(Rejection{Rejection::Reason::unavailable});
  co_return Outcome{id, std::move(decided->replies)};
}

} // namespace broadside::server::moderation
