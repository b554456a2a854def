#include "server/replies/policy.hpp"

#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace broadside;
using namespace broadside::server;
using namespace broadside::server::replies;
using namespace broadside::test;
using reply::State;

namespace {

spam::WordList listed_words(const std::string& lines) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "words.txt") << lines;
  return spam::WordList::read(folder.path() / "words.txt").value();
}

} // namespace

TEST_CASE("A policy publishes or holds a reply, and says by which rule") {
  struct Case {
    Policy policy;
    Judged judged;
    State state;
    std::string_view reason;
  };
  const auto* const two = "[a](https://a.example) and https://b.example";
  const auto* const one = "[a](https://a.example) `https://b.example`";
  const store::Sender known = {.is_known = true};
  const store::Sender blocked = {.is_blocked = true};
  const auto words = listed_words("Casino\n\n# a remark\n  zwei Wörter \n");
  for (const auto& [policy, judged, state, reason] : {
           Case{{}, {two}, State::published, "policy"},
           Case{{.hold = Hold::everybody}, {"x", {}, known}, State::waiting, "everybody"},
           Case{{.hold = Hold::first_timers}, {"x"}, State::waiting, "first-timers"},
           Case{{.hold = Hold::first_timers}, {"x", {}, known}, State::published, "policy"},
           Case{{.hold_links = 2}, {two, {}, known}, State::waiting, "links"},
           Case{{.hold_links = 2}, {one, {}, known}, State::published, "policy"},
           Case{{.hold = Hold::first_timers, .hold_links = 1}, {two, {}, known}, State::waiting, "links"},
           Case{{.hold = Hold::everybody}, {"x", {}, blocked}, State::spam, "blocked"},
           Case{{.hold_words = words}, {"the CASINOS of Monaco", {}, known}, State::waiting, "words"},
           Case{{.hold_words = words},
                {"x", "Ada\na@b.example\nhttps://casino.example", known},
                State::waiting,
                "words"},
           Case{{.hold_words = words}, {"ZWEI WÖRTER"}, State::waiting, "words"},
           Case{{.hold_words = words}, {"zwei, Wörter, a remark"}, State::published, "policy"},
           Case{{}, {"x", {}, known, spam::Pace::rush}, State::waiting, "rate"},
       }) {
    const auto verdict = judge(policy, judged);
    INFO(judged.text << " " << reason);
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
