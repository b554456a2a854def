#include "support/databases.hpp"
#include "support/stores.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>

#include <string>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;

TEST_CASE("A reply that was added is there when the file is opened again") {
  const auto database = each_database();
  database->store()->add({reply_of("a")}).value();

  const auto page = database->store()->page({{"news"}, {}, 10}).value();
  REQUIRE(page.replies.size() == 1);
  CHECK(page.replies[0].name == "Ada");
  CHECK(page.replies[0].website == "https://example.com/");
  CHECK(page.replies[0].text == "text of a");
  CHECK(page.replies[0].created == "2026-03-01T14:30:00Z");
  CHECK_FALSE(page.next);
}

TEST_CASE("Text is kept byte for byte") {
  const auto database = each_database();
  const auto store = database->store();
  auto reply = reply_of("a");
  reply.draft.text = "'quoted' \"text\" :name %s 👩🏽‍🔬 \xf4\x8f\xbf\xbf\n" + std::string(20'000, 'x');
  reply.draft.website = "";
  const auto added = store->add({reply}).value();
  CHECK(added[0].reply.text == reply.draft.text);
  CHECK(added[0].reply.website.empty());
}

TEST_CASE("The store never returns an e-mail address, and loses none") {
  const auto database = each_database();
  const auto store = database->store();
  const auto added = store->add({reply_of("a")}).value()[0].reply;
  for (const auto& shown : {added, store->page({{"news"}, {}, 1}).value().replies[0]})
    CHECK((shown.id + shown.name + shown.website + shown.text + shown.created).find("ada@") == std::string::npos);

  soci::session sql;
  database->connect(sql);
  std::string email;
  sql << "SELECT email FROM replies", soci::into(email);
  CHECK(email == "ada@example.com");
}

TEST_CASE("A group is kept whole or not at all") {
  const auto database = each_database();
  const auto store = database->store();
  soci::session sql;
  database->connect(sql);
  sql << "CREATE UNIQUE INDEX one_of_each_text ON replies (text)";
  auto same = reply_of("b");
  same.draft.text = reply_of("a").draft.text;
  const auto refused = store->add({reply_of("a"), same});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == Failure::Kind::broken);
  CHECK(store->page({{"news"}, {}, 10}).value().replies.empty());
}
