#include "server/api/moderation/decide.hpp"

#include "server/api/moderation/addresses.hpp"
#include "server/api/moderation/frame.hpp"
#include "server/api/moderation/queue_page.hpp"
#include "server/api/moderation/why.hpp"
#include "server/api/paths.hpp"
#include "server/api/services.hpp"

#include <algorithm>

namespace asio = boost::asio;

namespace broadside::server::api {

namespace {

using http::Response;
using moderation::Action;
using replies::Rejection;
using Altered = store::Altered::Outcome;

std::string back_of(const Parameters& form) { return local_path(form["back"]).value_or(std::string(path::moderation)); }

/// Returns the order that a form gives, or nothing if it is no order.
std::optional<moderation::Order> given_order(const Parameters& form) {
  const auto action = value_of(moderation::action_words, form["action"]);
  if (!action)
    return std::nullopt;
  moderation::Order order{*action, {}, form["text"]};
  for (const std::string& text : form.all("reply")) {
    const auto target = target_in(text);
    if (!target)
      return std::nullopt;
    order.replies.push_back(*target);
  }
  return order;
}

std::vector<store::Card> cards_now(Services& services, const moderation::Order& order) {
  std::vector<store::Card> cards;
  for (const auto& [reply, version] : order.replies)
    if (auto card = services.decisions.card(reply); card && *card)
      cards.push_back(std::move(**card));
  return cards;
}

Response failed(Services& services, const Call& call, const SignedIn& who, const moderation::Order& order,
                const std::string& back, const Rejection& rejection) {
  if (rejection.reason == Rejection::Reason::unavailable)
    return database_failed(call, &who);
  const bool is_missing = rejection.fields.front().fault == reply::Fault::missing;
  const Undone undone{.sentence = "The new text was not accepted.",
                      .cards = cards_now(services, order),
                      .back = back,
                      .typed = order.text,
                      .problem = is_missing ? "Write a text." : "The text has more than 10,000 characters."};
  return undone_response(services, call, who, undone, 422);
}

/// Returns the number of replies with which that has happened.
std::size_t count_of(const moderation::Outcome& outcome, Altered wanted) {
  return static_cast<std::size_t>(std::count_if(outcome.replies.begin(), outcome.replies.end(),
                                                [&](const auto& one) { return one.altered.outcome == wanted; }));
}

bool all_are(const moderation::Outcome& outcome, Altered wanted) {
  return count_of(outcome, wanted) == outcome.replies.size();
}

/// Returns the address of a page that says what was done, and how many replies were left as they are, at a place on it.
Response lead_back(const Call& call, const std::string& back, std::string_view mark, const moderation::Outcome& outcome,
                   const std::string& place) {
  auto address = back + (back.find('?') == std::string::npos ? "?" : "&") + std::string(mark) + "=" + outcome.id;
  if (const auto left = outcome.replies.size() - count_of(outcome, Altered::altered); left > 0)
    address.append("&left=").append(std::to_string(left));
  return redirect_to(call, address + "#" + (place.empty() ? "notice" : encoded(place)));
}

} // namespace

asio::awaitable<Response> decide(Services& services, const Call& call) {
  const auto sent = read_signed_form(services, call, moderation::Role::moderator);
  if (!sent)
    co_return sent.error();
  const auto& [form, who] = *sent;
  const auto back = back_of(form);
  const auto order = given_order(form);
  if (!order)
    co_return sentence_response(call, &who, "The form names no action, or a reply in a wrong way.", 400);
  const auto why = why_in(form);
  if (!why)
    co_return undone_response(services, call, who, {std::string(why_too_long), cards_now(services, *order), back}, 422);
  if (order->replies.empty())
    co_return undone_response(services, call, who, {"No reply was selected.", {}, back}, 422);

  auto given = *order;
  given.why = why->words;
  given.is_legal = why->is_legal;
  const auto outcome = co_await services.decisions.carry_out(std::move(given), who.moderator.name);
  if (!outcome)
    co_return failed(services, call, who, *order, back, outcome.error());
  if (all_are(*outcome, Altered::refused))
    co_return undone_response(services, call, who, {"There is no such reply, or nothing of it is left.", {}, back},
                              404);
  if (count_of(*outcome, Altered::altered) == 0)
    co_return undone_response(
        services, call, who,
        {"It has changed since the page was shown. This is what is there now.", cards_now(services, *order), back},
        409);
  co_return lead_back(call, back, "did", *outcome, form["next"]);
}

asio::awaitable<Response> undo(Services& services, const Call& call) {
  const auto sent = read_signed_form(services, call, moderation::Role::moderator);
  if (!sent)
    co_return sent.error();
  const auto& [form, who] = *sent;
  const auto back = back_of(form);
  const auto outcome = co_await services.decisions.undo(form["decision"], who.moderator.name);
  if (!outcome)
    co_return database_failed(call, &who);
  if (outcome->replies.empty())
    co_return undone_response(services, call, who, {"There is no such decision.", {}, back}, 404);
  if (all_are(*outcome, Altered::stale))
    co_return undone_response(services, call, who, {"The replies have changed since that decision.", {}, back}, 409);
  co_return lead_back(call, back, "undid", *outcome, "");
}

} // namespace broadside::server::api
