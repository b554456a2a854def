#include "support/stores.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>

#include <string>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;

TEST_CASE("A reply that was added is there when the file is opened again") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  opened(file)->add({reply_of("a")}).value();

  const auto page = opened(file)->page({{"news"}, 0, 10}).value();
  REQUIRE(page.replies.size() == 1);
  CHECK(page.replies[0].name == "Ada");
  CHECK(page.replies[0].website == "https://example.com/");
  CHECK(page.replies[0].text == "text of a");
  CHECK(page.replies[0].created == "2026-03-01T14:30:00Z");
  CHECK_FALSE(page.next);
}

TEST_CASE("Text is kept to the byte") {
  const TemporaryFolder folder;
  const auto store = opened(folder.path() / "replies.sqlite");
  auto reply = reply_of("a");
  reply.draft.text = "'quoted' \"text\" :name %s 👩🏽‍🔬 \xf4\x8f\xbf\xbf\n" + std::string(20'000, 'x');
  reply.draft.website = "";
  const auto added = store->add({reply}).value();
  CHECK(added[0].reply.text == reply.draft.text);
  CHECK(added[0].reply.website.empty());
}

TEST_CASE("No e-mail address comes out of the store, and none is lost") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto store = opened(file);
  const auto added = store->add({reply_of("a")}).value()[0].reply;
  for (const auto& shown : {added, store->page({{"news"}, 0, 1}).value().replies[0]})
    CHECK((shown.id + shown.name + shown.website + shown.text + shown.created).find("ada@") == std::string::npos);

  soci::session sql;
  open(sql, file);
  std::string email;
  sql << "SELECT email FROM replies", soci::into(email);
  CHECK(email == "ada@example.com");
}

TEST_CASE("The database itself holds replies to their articles, and is safe against a power cut") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  opened(file)->add({reply_of("a")}).value();

  soci::session sql;
  open(sql, file);
  std::string mode;
  sql << "PRAGMA journal_mode", soci::into(mode);
  CHECK(mode == "wal");
  sql << "PRAGMA foreign_keys = ON";
  CHECK_THROWS(sql << "DELETE FROM articles");
}

TEST_CASE("A group is kept whole or not at all") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto store = opened(file);
  soci::session sql;
  open(sql, file);
  sql << "CREATE TRIGGER no_more BEFORE INSERT ON replies WHEN NEW.key = 'b' BEGIN SELECT RAISE(ABORT, 'no'); END";
  const auto refused = store->add({reply_of("a"), reply_of("b")});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == Failure::Kind::broken);
  CHECK(store->page({{"news"}, 0, 10}).value().replies.empty());
}
