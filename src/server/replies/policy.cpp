#include "server/replies/policy.hpp"

#include "core/reply/links.hpp"
#include "server/process/clock.hpp"

#include <chrono>

namespace broadside::server::replies {

Verdict judge(const Policy& policy, const Judged& judged) {
  using reply::State;
  if (judged.sender.is_blocked)
    return {State::spam, "blocked"};
  if (policy.hold == Hold::everybody)
    return {State::waiting, "everybody"};
  if (policy.hold_words.occurs_in(judged.text) || policy.hold_words.occurs_in(judged.rest))
    return {State::waiting, "words"};
  if (policy.hold_links > 0 && reply::count_links(judged.text) >= static_cast<std::size_t>(policy.hold_links))
    return {State::waiting, "links"};
  if (policy.hold == Hold::first_timers && !judged.sender.is_known)
    return {State::waiting, "first-timers"};
  if (judged.pace != spam::Pace::usual)
    return {State::waiting, "rate"};
  return {State::published, "policy"};
}

/// Dates compare as their texts do. The day of the publication counts whole.
bool is_over(const Policy& policy, std::string_view published, const std::string& time) {
  constexpr std::size_t date_length = 10;
  if (policy.close_after_days == 0 || published.size() < date_length)
    return false;
  const auto earliest = before(time, std::chrono::hours(24) * policy.close_after_days);
  return published.substr(0, date_length) < std::string_view(earliest).substr(0, date_length);
}

} // namespace broadside::server::replies
