#include "server/store/migrations.hpp"
#include "server/store/sqlite/sqlite_database.hpp"
#include "server/store/sqlite/sqlite_migrations.hpp"
#include "support/stores.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>

#include <future>
#include <set>
#include <string>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;
using namespace std::string_literals;
using Outcome = Added::Outcome;

TEST_CASE("A database of a newer Broadside is refused and left as it is") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  opened(file);
  {
    soci::session sql;
    open(sql, file);
    sql << "UPDATE schema_version SET version = 99";
  }
  const auto store = open_sqlite({file});
  REQUIRE_FALSE(store);
  CHECK(store.error().code == "database-newer");
  CHECK(store.error().message.find("version 99") != std::string::npos);
}

TEST_CASE("Several programs that start at once with no database all find its tables made") {
  for (int round = 0; round < 10; ++round) {
    const TemporaryFolder folder;
    std::vector<std::future<std::string>> starts;
    for (int i = 0; i < 4; ++i)
      starts.push_back(std::async(std::launch::async, [&] {
        const auto store = open_sqlite({folder.path() / "replies.sqlite"});
        return store ? ""s : store.error().message;
      }));
    for (auto& start : starts)
      CHECK(start.get() == "");
  }
}

TEST_CASE("A migration is done wholly, after a copy was made, or not at all") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  opened(file)->add({reply_of("a")}).value();
  auto newer = sqlite_migrations();
  newer.push_back({"ALTER TABLE replies ADD COLUMN mood TEXT NOT NULL DEFAULT 'glad'"});
  SqliteDatabase database({file});
  auto& sql = database.writer();

  SECTION("done") {
    REQUIRE(migrate(database, newer));
    std::string mood;
    sql << "SELECT mood FROM replies", soci::into(mood);
    CHECK(mood == "glad");
    const auto copy = file.string() + ".version-" + std::to_string(sqlite_migrations().size());
    CHECK(opened(copy)->page({{"news"}, {}, 10}).value().replies.size() == 1);
    REQUIRE(migrate(database, newer));
  }
  SECTION("not at all") {
    newer.back().push_back("INSERT INTO replies (article) VALUES (NULL)");
    const auto failed = migrate(database, newer);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == "migration-failed");
    CHECK(opened(file)->page({{"news"}, {}, 10}).value().replies.size() == 1);
    CHECK_THROWS(sql << "SELECT mood FROM replies");
  }
}

TEST_CASE(
    "A database of an older version is brought up to date: counts, languages, ids, places, and keys that could be "
    "guessed") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  // This key was made of a reply's content, as the first versions did if none was sent.
  const auto guessable = "b7a1f9d0-5c1e-5f3a-9d51-3f7c1c0a5b11"s;
  const auto chosen = "6f1d2c8e-0b7a-4a39-9d51-3f7c1c0a5b11"s;
  const auto version = GENERATE(1, 2, 3);
  {
    SqliteDatabase database({file});
    auto& sql = database.writer();
    REQUIRE(migrate(database, {sqlite_migrations().begin(), sqlite_migrations().begin() + version}));
    sql << "INSERT INTO articles (id) VALUES ('news'), ('other')";
    for (const auto& [article, key] :
         {std::pair{"news"s, guessable}, {"news"s, chosen}, {"news"s, "another-0123456789"s}, {"other"s, guessable}}) {
      const auto text = "text of " + key;
      sql << "INSERT INTO replies (article, key, name, email, website, text, created)"
             " VALUES (:article, :key, 'Ada', 'ada@example.com', 'https://example.com/', :text, "
             "'2026-03-01T14:30:00Z')",
          soci::use(article), soci::use(key), soci::use(text);
    }
    if (version >= 2)
      sql << "UPDATE replies SET language = 'es' WHERE id = 3";
    // This reply was deleted, but somebody's address may still hold its number.
    sql << "INSERT INTO replies (id, article, key, name, email, website, text, created)"
           " VALUES (9, 'news', 'gone', '', '', '', '', '')";
    sql << "DELETE FROM replies WHERE id = 9";
  }
  const auto store = opened(file);
  const auto page = store->page({{"news"}, {}, 10}).value();
  std::set<std::string> ids;
  std::vector<std::int64_t> places;
  for (const auto& reply : page.replies) {
    ids.insert(reply.id);
    places.push_back(reply.place);
    CHECK(reply.name == "Ada");
    CHECK(reply.website == "https://example.com/");
    CHECK(reply.created == "2026-03-01T14:30:00Z");
    CHECK(reply.id.size() == 20);
    CHECK(reply.id.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz") == std::string::npos);
  }
  CHECK(ids.size() == 3);
  CHECK(places == std::vector<std::int64_t>{1, 2, 3});
  // A cursor that was given out before still leads on from the same place.
  CHECK(store->page({{"news"}, {0, reply::path_step(1)}, 10}).value().replies.front().place == 2);
  CHECK(store->changes({{"news"}, page.latest, 10}).value().value().changes.empty());
  CHECK(texts(store->page({{"news"}, {}, 10}).value()) ==
        std::vector{"text of " + guessable, "text of " + chosen, "text of another-0123456789"s});
  CHECK(store->count({"news"}).value() == 3);
  CHECK(store->count({"other"}).value() == 1);
  CHECK(store->count({"news", reply::ThreadPolicy::separate, "en", "en"}).value() +
            store->count({"news", reply::ThreadPolicy::separate, "es", "en"}).value() ==
        3);

  CHECK(store->add({reply_of(chosen)}).value()[0].outcome == Outcome::repeated);
  if (version < 3) // later versions only have keys that somebody has chosen
    CHECK(store->add({reply_of(guessable)}).value()[0].outcome == Outcome::added);
  const auto before = store->page({{"news"}, {}, 10}).value().latest;
  CHECK(store->add({reply_of("new")}).value()[0].reply.place == (version < 3 ? 11 : 10));
  CHECK(store->changes({{"news"}, before, 10}).value().value().changes.size() == 1);
  CHECK(std::filesystem::exists(file.string() + ".version-" + std::to_string(version)));
}

TEST_CASE("A reply cannot be moved to another article, where those that answer it are not") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto store = opened(file);
  store->add({reply_of("a"), reply_of("d", "other")}).value();
  soci::session sql;
  open(sql, file);
  CHECK_THROWS_WITH(sql << "UPDATE replies SET article = 'other' WHERE key = 'a'",
                    Catch::Contains("A reply stays with its article"));
  CHECK(store->count({"news"}).value() == 1);
}

TEST_CASE("A database from before replies answered each other is brought up to date") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  {
    SqliteDatabase database({file});
    auto& sql = database.writer();
    REQUIRE(migrate(database, {sqlite_migrations().begin(), sqlite_migrations().begin() + 4}));
    sql << "INSERT INTO articles (id) VALUES ('news')";
    for (int place = 1; place <= 20; ++place) {
      const auto id = "id" + std::to_string(place);
      const auto language = place % 2 == 0 ? "ar"s : ""s;
      sql << "UPDATE articles SET last_place = :place", soci::use(place);
      sql << "INSERT INTO replies (id, article, place, key, name, email, website, text, created, language)"
             " VALUES (:id, 'news', :place, :id, 'Ada', 'ada@example.com', '', :id, '2026-03-01T14:30:00Z', :language)",
          soci::use(id, "id"), soci::use(place, "place"), soci::use(language, "language");
    }
    sql << "DELETE FROM replies WHERE place IN (7, 20)";
  }
  const auto store = opened(file);
  const auto oldest = store->page({{"news"}, {}, 100}).value();
  REQUIRE(oldest.replies.size() == 18);
  CHECK(oldest.replies.front().place == 1);
  CHECK(oldest.replies.back().position == reply::Position{0, "00000013"});
  CHECK(oldest.latest == 22);
  CHECK(store->count({"news"}).value() == 18);
  CHECK(store->count({"news", reply::ThreadPolicy::separate, "ar", "en"}).value() == 9);
  const auto newest = store->page({{"news", {}, {}, {}, reply::Order::newest}, {}, 100}).value();
  CHECK(newest.replies.front().place == 19);
  CHECK(newest.replies.back().place == 1);
  CHECK(store->changes({{"news"}, 20, 9}).value().value().changes.size() == 2);

  auto answer = reply_of("new");
  answer.parent = "id8";
  const auto added = store->add({answer}).value()[0].reply;
  CHECK(added.place == 21);
  CHECK(added.position.path == "0000000800000015");
  CHECK(store->count({"news", reply::ThreadPolicy::separate, "ar", "en"}).value() == 10);
}
