#include "server/replies/service.hpp"

#include "support/audit.hpp"
#include "support/service_fixture.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using namespace broadside::server;
using namespace broadside::server::replies;
using namespace broadside::test;
using namespace std::string_literals;
using moderation::Action;

TEST_CASE("A held reply is kept as waiting, shown to nobody, and published when a moderator approves it") {
  ServiceFixture fixture({.hold = Hold::everybody});
  const auto kept = fixture.submit(with_key("0123456789abcdef", "Wait for me.")).value();
  CHECK(kept.reply.state == reply::State::waiting);
  CHECK(kept.reply.text == "Wait for me.");
  CHECK(fixture.texts().empty());
  CHECK(fixture.service.count(*fixture.article().value(), "") == 0);
  CHECK(fixture.service.changes(*fixture.article().value(), {.language = "", .since = "0"}).value().changes.empty());
  // The same reply again is still waiting.
  CHECK(fixture.submit(with_key("0123456789abcdef", "Wait for me.")).value().reply.state == reply::State::waiting);

  const auto approved = fixture.decide(kept, Action::approve);
  CHECK(approved.reply.state == reply::State::published);
  CHECK(fixture.texts() == std::vector<std::string>{"Wait for me."});
  CHECK(fixture.service.count(*fixture.article().value(), "") == 1);
  const auto changes = fixture.service.changes(*fixture.article().value(), {.language = "", .since = "0"}).value();
  REQUIRE(changes.changes.size() == 1);
  CHECK(changes.changes[0].reply.text == "Wait for me.");
  CHECK(fixture.recorder.heard(1) == std::vector<std::string>{"Wait for me."});
  CHECK(audit_in(fixture.database()) == "moderator Grace: waiting > published (moderator)\n");
}

TEST_CASE("A first-timer waits until one of their replies was approved") {
  ServiceFixture fixture({.hold = Hold::first_timers});
  const auto first = fixture.submit(from_ada("First.")).value();
  CHECK(first.reply.state == reply::State::waiting);
  CHECK(fixture.submit(from_ada("Second.")).value().reply.state == reply::State::waiting);
  fixture.decide(first, Action::approve);
  CHECK(fixture.submit(from_ada("Third.")).value().reply.state == reply::State::published);
  fixture.decide(first, Action::spam);
  CHECK(fixture.texts() == std::vector<std::string>{"Third."});
}

TEST_CASE("A reply with answers leaves a placeholder when it is deleted or held, which goes with the last answer") {
  ServiceFixture fixture;
  const auto keyed = [&](const std::string& text, const std::string& parent = "") {
    auto submission = with_key("0123456789abcdef-" + text, text);
    submission.parent = parent;
    return fixture.submit(submission).value();
  };
  const auto a = keyed("a");
  const auto b = keyed("b", a.reply.id);
  const auto c = keyed("c", b.reply.id);
  const auto states = [&] {
    std::string all;
    const auto page = fixture.service.page(*fixture.article().value(), {.language = ""}).value();
    for (const auto& reply : page.replies)
      all += reply.state == reply::State::published ? reply.text : "-";
    return all;
  };
  fixture.decide(a, Action::spam);
  fixture.remove(b).value();
  CHECK(states() == "--c");
  CHECK(fixture.service.count(*fixture.article().value(), "") == 1);
  fixture.decide(c, Action::hold);
  CHECK(states().empty());
  fixture.decide(c, Action::approve);
  CHECK(states() == "--c");
  fixture.decide(a, Action::approve);
  CHECK(states() == "a-c");
  fixture.remove(c).value();
  CHECK(states() == "a");
  CHECK(fixture.service.page(*fixture.article().value(), {.language = ""}).value().replies[0].answers == 0);
}
