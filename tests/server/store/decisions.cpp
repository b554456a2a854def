#include "server/store/decision.hpp"

#include "support/databases.hpp"
#include "support/stores.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>

#include <string>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;
using namespace std::string_literals;
using reply::State;
using Outcome = Altered::Outcome;

namespace {

/// A store with replies that a moderator decides about. Each is named by its key.
class Moderated {
public:
  explicit Moderated(const TestDatabase& database) : store(database.store()) { database.connect(sql); }

  std::string add(const std::string& key, State state = State::waiting, const std::string& email = "ada@example.com") {
    auto reply = reply_of(key);
    reply.state = state;
    reply.draft.email = email;
    // Two at a time come within the same second.
    reply.created = "2026-03-01T14:30:0" + std::to_string(count_++ / 2) + "Z";
    return store->add({reply}).value()[0].reply.id;
  }

  Card card(const std::string& id) { return store->card(id).value().value(); }

  Decision on(const std::string& id, State state) {
    return {.id = "d" + std::to_string(++decisions_),
            .replies = {{id, card(id).version}},
            .state = state,
            .actor = "moderator Grace",
            .reason = "moderator",
            .time = "2026-03-02T00:00:00Z"};
  }

  Decided decide(const Decision& decision) { return store->decide({decision}).value().at(0); }

  Decided undo(const Decision& decision) {
    return decide({.id = "d" + std::to_string(++decisions_),
                   .undoes = decision.id,
                   .actor = "moderator Alan",
                   .time = "2026-03-02T00:00:01Z"});
  }

  std::string queue(State state, const std::string& search = "", int limit = 100) {
    std::string texts;
    for (QueueRequest request{.state = state, .search = search, .limit = limit};;) {
      const auto queue = store->queue(request).value();
      for (const Card& card : queue.cards)
        texts += card.reply.text.substr(8) + " ";
      if (queue.next.empty())
        return texts;
      texts += "| ";
      request.after = queue.next;
    }
  }

  std::unique_ptr<Store> store;
  soci::session sql;

private:
  int count_ = 0;
  int decisions_ = 0;
};

} // namespace

TEST_CASE("Replies that wait are queued with the oldest first, and others with the newest first") {
  const auto database = each_database();
  Moderated moderated(*database);
  for (const char* key : {"a", "b", "c"})
    moderated.add(key);
  for (const char* key : {"d", "e", "f"})
    moderated.add(key, State::published);
  CHECK(moderated.queue(State::waiting, "", 2) == "a b | c ");
  CHECK(moderated.queue(State::published, "", 2) == "f e | d ");
  CHECK(moderated.queue(State::spam).empty());
  const auto totals = moderated.store->totals().value().in_state;
  CHECK(totals[State::waiting] == 3);
  CHECK(totals[State::published] == 3);
  CHECK(totals[State::spam] == 0);
  CHECK(moderated.store->queue({.state = State::waiting, .article = "other", .limit = 9}).value().cards.empty());
}

TEST_CASE("A queue is searched for a part of a text, in which no character has a meaning of its own") {
  const auto database = each_database();
  Moderated moderated(*database);
  for (const char* key : {"Ab", "a%b", "a_b", "a\\b", "'; DROP TABLE replies; --"})
    moderated.add(key);
  CHECK(moderated.queue(State::waiting, "TEXT OF A") == "Ab a%b a_b a\\b ");
  CHECK(moderated.queue(State::waiting, "%") == "a%b ");
  CHECK(moderated.queue(State::waiting, "_") == "a_b ");
  CHECK(moderated.queue(State::waiting, "\\") == "a\\b ");
  CHECK(moderated.queue(State::waiting, "'; drop") == "'; DROP TABLE replies; -- ");
  CHECK(moderated.queue(State::waiting, "ada") == "Ab a%b a_b a\\b '; DROP TABLE replies; -- ");
}

TEST_CASE("A decision about an older version of a reply changes nothing") {
  const auto database = each_database();
  Moderated moderated(*database);
  const auto id = moderated.add("a");
  const auto late = moderated.on(id, State::spam);
  CHECK(moderated.decide(moderated.on(id, State::published)).replies.at(0).altered.is_newly_published);
  CHECK(moderated.decide(late).replies.at(0).altered.outcome == Outcome::stale);
  CHECK(moderated.card(id).reply.state == State::published);
  CHECK(moderated.decide({.id = "none", .replies = {{"no-such", 0}}, .state = State::spam})
            .replies.at(0)
            .altered.outcome == Outcome::refused);
}

TEST_CASE("Undoing a decision restores states, reasons and texts, but nothing that has changed since") {
  const auto database = each_database();
  Moderated moderated(*database);
  const auto a = moderated.add("a");
  const auto b = moderated.add("b", State::published);
  auto both = moderated.on(a, State::spam);
  both.replies.push_back({b, moderated.card(b).version});
  both.text = "Gone.";
  moderated.decide(both);
  CHECK(moderated.card(a).reply.text == "Gone.");
  CHECK(moderated.card(a).reason == "moderator");
  moderated.decide(moderated.on(b, State::waiting));
  const auto undone = moderated.undo(both);
  CHECK(moderated.card(a).reply.text == "text of a");
  CHECK(moderated.card(a).reply.state == State::waiting);
  CHECK(moderated.card(a).reason == "policy");
  CHECK(moderated.card(b).reply.state == State::waiting);
  CHECK(moderated.card(b).reply.text == "Gone.");
  REQUIRE(undone.replies.size() == 2);
  CHECK(undone.replies[0].altered.outcome == Outcome::stale);
  CHECK(undone.replies[1].altered.outcome == Outcome::altered);
  // Once is enough.
  for (const auto& [article, altered] : moderated.undo(both).replies)
    CHECK(altered.outcome == Outcome::stale);
}

TEST_CASE("Blocking a sender makes spam of everything that they have sent, in one step that can be undone") {
  const auto database = each_database();
  Moderated moderated(*database);
  const auto a = moderated.add("a");
  const auto b = moderated.add("b", State::published, "ADA@example.com");
  const auto c = moderated.add("c", State::deleted);
  const auto grace = moderated.add("d", State::waiting, "grace@example.com");
  CHECK(moderated.card(a).of_sender[State::waiting] == 1);
  CHECK(moderated.card(a).of_sender[State::published] == 1);
  CHECK(moderated.store->sender("ada@example.com").value().is_known);
  auto block = moderated.on(a, State::spam);
  block.blocks_senders = true;
  CHECK(moderated.decide(block).replies.size() == 2);
  CHECK(moderated.queue(State::spam) == "b a ");
  CHECK(moderated.card(b).reason == "blocked");
  CHECK(moderated.card(c).reply.state == State::deleted);
  CHECK(moderated.card(grace).reply.state == State::waiting);
  CHECK(moderated.card(a).sender_is_blocked);
  CHECK(moderated.store->sender("Ada@Example.com").value().is_blocked);
  CHECK_FALSE(moderated.store->sender("grace@example.com").value().is_blocked);

  moderated.undo(block);
  CHECK_FALSE(moderated.store->sender("ada@example.com").value().is_blocked);
  CHECK(moderated.card(a).reply.state == State::waiting);
  CHECK(moderated.card(b).reply.state == State::published);
}

TEST_CASE("What a writer has deleted cannot be brought back, and stands in no audit log") {
  const auto database = each_database();
  Moderated moderated(*database);
  auto reply = reply_of("a");
  const auto added = moderated.store->add({reply}).value()[0];
  const auto id = added.reply.id;
  auto edit = moderated.on(id, State::published);
  edit.text = "Without the name.";
  moderated.decide(edit);
  moderated.store
      ->alter({{.article = "news",
                .reply = id,
                .state = State::deleted,
                .reason = "writer",
                .writer = Alteration::Writer{added.token, ""},
                .actor = "writer",
                .time = "2026-03-02T00:00:00Z"}})
      .value();
  CHECK(moderated.decide(moderated.on(id, State::published)).replies.at(0).altered.outcome == Outcome::refused);
  for (const auto& [article, altered] : moderated.undo(edit).replies)
    CHECK(altered.outcome == Outcome::refused);
  int texts = 0;
  moderated.sql << "SELECT count(*) FROM audit_log WHERE text_before IS NOT NULL", soci::into(texts);
  CHECK(texts == 0);
}
