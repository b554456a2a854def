#include "support/databases.hpp"
#include "support/stores.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>

#include <string>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;
using Outcome = Added::Outcome;

TEST_CASE("The same key again means the same reply, but another reply under another article") {
  const auto database = each_database();
  const auto store = database->store();
  const auto first = store->add({reply_of("a")}).value()[0];
  CHECK(first.outcome == Outcome::added);

  const auto added = store->add({reply_of("a"), reply_of("a", "other"), reply_of("a")}).value();
  CHECK(added[0].outcome == Outcome::repeated);
  CHECK(added[0].reply.id == first.reply.id);
  CHECK(added[0].reply.text == "text of a");
  CHECK(added[1].outcome == Outcome::added);
  CHECK(added[2].outcome == Outcome::repeated);
  CHECK(store->page({{"news"}, {}, 10}).value().replies.size() == 1);
}

TEST_CASE("A key belongs to the first reply that was sent with it, and another sender learns nothing of that reply") {
  const auto database = each_database();
  const auto store = database->store();
  store->add({reply_of("a")}).value();
  for (std::string reply::Draft::*field :
       {&reply::Draft::name, &reply::Draft::email, &reply::Draft::website, &reply::Draft::text}) {
    auto other = reply_of("a");
    other.draft.*field += "x";
    const auto added = store->add({other}).value()[0];
    CHECK(added.outcome == Outcome::key_taken);
    CHECK((added.reply.id + added.reply.name + added.reply.text + added.reply.created).empty());
  }
  CHECK(store->count({"news"}).value() == 1);
}

TEST_CASE("The same name and text to one article within ten minutes are one reply without a key, whoever sends them") {
  const auto database = each_database();
  const auto store = database->store();
  const auto sent = [&](const std::string& time, auto change) {
    auto reply = reply_of("");
    reply.created = "2026-03-01T" + time + "Z";
    change(reply);
    return store->add({reply}).value()[0];
  };
  const auto unchanged = [](NewReply&) {};
  const auto first = sent("23:55:00", unchanged);
  CHECK(first.outcome == Outcome::added);
  for (const auto& again : {sent("23:55:00", unchanged), sent("23:55:01", [](NewReply& reply) {
                              reply.draft.email = "guessed@example.com";
                              reply.draft.website = "";
                              reply.language = "en";
                            })}) {
    CHECK(again.outcome == Outcome::repeated);
    CHECK(again.reply.id == first.reply.id);
    CHECK(again.reply.created == first.reply.created);
  }
  CHECK(sent("23:56:00", [](NewReply& reply) { reply.draft.name = "Bob"; }).outcome == Outcome::added);
  CHECK(sent("23:56:00", [](NewReply& reply) { reply.draft.text += "!"; }).outcome == Outcome::added);
  CHECK(sent("23:56:00", [](NewReply& reply) { reply.article = "other"; }).outcome == Outcome::added);

  auto next_day = reply_of("");
  next_day.created = "2026-03-02T00:05:00Z"; // ten minutes after the first one
  CHECK(store->add({next_day}).value()[0].outcome == Outcome::repeated);
  next_day.created = "2026-03-02T00:05:01Z";
  const auto later = store->add({next_day}).value()[0];
  CHECK(later.outcome == Outcome::added);
  CHECK(later.reply.id != first.reply.id);
}

TEST_CASE("A form finds the reply that a script has sent with a key, and a key makes another reply of the same text") {
  const auto database = each_database();
  const auto store = database->store();
  auto script = reply_of("a");
  script.draft.text = "the same";
  auto form = script;
  form.key = "";
  auto other_script = script;
  other_script.key = "b";
  const auto added = store->add({script, form, other_script}).value();
  CHECK(added[1].outcome == Outcome::repeated);
  CHECK(added[1].reply.id == added[0].reply.id);
  CHECK(added[2].outcome == Outcome::added);
}

TEST_CASE("A reply without a key gets one that nobody can foresee") {
  const auto database = each_database();
  const auto store = database->store();
  soci::session sql;
  database->connect(sql);
  const auto key_of_sent = [&] {
    store->add({reply_of("")}).value();
    std::string key;
    sql << "SELECT key FROM replies", soci::into(key);
    sql << "DELETE FROM replies";
    CHECK(key.size() == 36);
    return key;
  };
  const auto first = key_of_sent();
  CHECK(key_of_sent() != first);
}
