#include "server/store/records.hpp"

#include "support/databases.hpp"
#include "support/stores.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;
using reply::State;

namespace {

Report report_of(const std::string& reply, const std::string& network = "7f0000") {
  return {.article = "news",
          .reply = reply,
          .complaint = "abuse",
          .note = "See the second line.",
          .network = network,
          .time = "2026-03-01T15:00:00Z"};
}

Decision decision_on(const Card& card, const std::string& id) {
  return {.id = id,
          .replies = {{card.reply.id, card.version}},
          .settles_reports = true,
          .actor = "moderator Grace",
          .reason = "moderator",
          .time = "2026-03-02T00:00:00Z"};
}

} // namespace

TEST_CASE("A reply is queued while reports of it are open, one from each network") {
  const auto database = each_database();
  const auto store = database->store();
  const auto records = database->records();
  const auto added = store->add({reply_of("a"), reply_of("b")}).value();
  const auto& id = added[0].reply.id;
  CHECK(store->totals().value().reported == 0);
  CHECK(records->report(report_of(id)).value());
  CHECK(records->report(report_of(id)).value());
  CHECK(records->report(report_of(id, "0a0000")).value());
  CHECK(store->totals().value().reported == 1);
  const auto queue = store->queue({.state = State::published, .reported = true, .limit = 10}).value();
  REQUIRE(queue.cards.size() == 1);
  CHECK(queue.cards[0].reply.id == id);
  REQUIRE(queue.cards[0].reports.size() == 2);
  CHECK(queue.cards[0].reports[0].note == "See the second line.");

  // A decision settles them, and undoing it opens them again.
  store->decide({decision_on(queue.cards[0], "d1")}).value();
  CHECK(store->totals().value().reported == 0);
  CHECK(store->card(id).value().value().reports.empty());
  CHECK(store->decision("d1").value().size() == 1);
  CHECK(records->report(report_of(id)).value());
  CHECK(store->totals().value().reported == 0);
  store->decide({Decision{.id = "d2", .undoes = "d1", .actor = "moderator Alan", .time = "2026-03-02T00:00:01Z"}})
      .value();
  CHECK(store->totals().value().reported == 1);
}

TEST_CASE("A reply that readers do not see cannot be reported, nor one of another article") {
  const auto database = each_database();
  const auto store = database->store();
  const auto records = database->records();
  auto held = reply_of("held");
  held.state = State::waiting;
  const auto added = store->add({held, reply_of("seen")}).value();
  CHECK_FALSE(records->report(report_of(added[0].reply.id)).value());
  CHECK_FALSE(records->report(report_of("no-such")).value());
  auto elsewhere = report_of(added[1].reply.id);
  elsewhere.article = "sports";
  CHECK_FALSE(records->report(elsewhere).value());
}

TEST_CASE("No more reports of one reply are kept than moderators can read") {
  const auto database = each_database();
  const auto store = database->store();
  const auto records = database->records();
  const auto id = store->add({reply_of("a")}).value()[0].reply.id;
  for (int i = 0; i < most_reports + 5; ++i)
    CHECK(records->report(report_of(id, std::to_string(i))).value());
  CHECK(store->card(id).value().value().reports.size() == most_reports);
}
