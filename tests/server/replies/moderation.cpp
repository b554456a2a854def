#include "server/replies/policy.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using namespace broadside::server;
using namespace broadside::server::replies;
using reply::State;

TEST_CASE("A policy publishes or holds a reply, and says by which rule") {
  struct Case {
    Policy policy;
    const char* text;
    store::Sender sender;
    State state;
    std::string_view reason;
  };
  const auto* const two = "[a](https://a.example) and https://b.example";
  for (const auto& [policy, text, sender, state, reason] : {
           Case{{}, two, {}, State::published, "policy"},
           Case{{.hold = Hold::everybody}, "x", {.is_known = true}, State::waiting, "everybody"},
           Case{{.hold = Hold::first_timers}, "x", {}, State::waiting, "first-timers"},
           Case{{.hold = Hold::first_timers}, "x", {.is_known = true}, State::published, "policy"},
           Case{{.hold_links = 2}, two, {.is_known = true}, State::waiting, "links"},
           Case{{.hold_links = 2},
                "[a](https://a.example) `https://b.example`",
                {.is_known = true},
                State::published,
                "policy"},
           Case{{.hold = Hold::first_timers, .hold_links = 1}, two, {.is_known = true}, State::waiting, "links"},
           Case{{.hold = Hold::everybody}, "x", {.is_blocked = true}, State::spam, "blocked"},
       }) {
    const auto verdict = judge(policy, text, sender);
    INFO(text << " " << reason);
    CHECK(verdict.state == state);
    CHECK(verdict.reason == reason);
  }
}

TEST_CASE("An article closes so many days after the day of its publication") {
  const Policy policy{.close_after_days = 14};
  CHECK_FALSE(is_over(policy, "2026-03-01", "2026-03-15T23:59:59Z"));
  CHECK(is_over(policy, "2026-03-01", "2026-03-16T00:00:00Z"));
  CHECK(is_over(policy, "2026-03-01T12:00:00Z", "2027-01-01T00:00:00Z"));
  CHECK_FALSE(is_over(policy, "", "2027-01-01T00:00:00Z"));
  CHECK_FALSE(is_over({}, "2026-03-01", "2099-01-01T00:00:00Z"));
}
