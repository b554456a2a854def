#include "server/store/opening.hpp"
#include "support/postgresql.hpp"
#include "support/stores.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>

#include <cstdlib>
#include <future>
#include <set>
#include <string>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;
using namespace std::string_literals;
using Outcome = Added::Outcome;

namespace {

/// Opens the database, whose statements wait for others as long as those of a server do, or for some other time.
std::unique_ptr<Store> store_on(const OwnPostgresql& database,
                                std::chrono::milliseconds busy_timeout = Location{}.busy_timeout) {
  return server::store::open(Location{database.address(), busy_timeout, 2}).value();
}

Error error_of(const std::string& address) {
  const auto opened = server::store::open(Location{address});
  REQUIRE_FALSE(opened);
  return opened.error();
}

} // namespace

TEST_CASE("Several programs that start at once on an empty database of PostgreSQL all find its tables made") {
  const OwnPostgresql database;
  std::vector<std::future<std::string>> starts;
  for (int i = 0; i < 4; ++i)
    starts.push_back(std::async(std::launch::async, [&] {
      const auto store = server::store::open(Location{database.address()});
      return store ? ""s : store.error().message;
    }));
  for (auto& start : starts)
    CHECK(start.get() == "");
}

TEST_CASE("A database of PostgreSQL that a newer Broadside has made is refused and left as it is") {
  const OwnPostgresql database;
  store_on(database);
  soci::session sql;
  database.connect(sql);
  sql << "UPDATE schema_version SET version = 99";
  CHECK(error_of(database.address()).code == "database-newer");
}

TEST_CASE("After the database server has ended all connections, the next reads and writes are answered") {
  const OwnPostgresql database;
  const auto store = store_on(database);
  store->add({reply_of("a")}).value();
  soci::session sql;
  database.connect(sql);
  sql << "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
         " WHERE datname = current_database() AND pid <> pg_backend_pid()";
  CHECK(store->page({{"news"}, {}, 10}).value().replies.size() == 1);
  CHECK(store->page({{"news"}, {}, 10}).value().replies.size() == 1);
  CHECK(store->add({reply_of("b")}).value()[0].outcome == Outcome::added);
  CHECK(store->check());
}

TEST_CASE("While another transaction holds an article, replies to it are refused as to a busy database") {
  const OwnPostgresql database;
  const auto store = store_on(database, std::chrono::milliseconds(100));
  store->add({reply_of("a")}).value();
  soci::session sql;
  database.connect(sql);
  sql << "BEGIN";
  sql << "UPDATE articles SET last_place = last_place";
  const auto refused = store->add({reply_of("b")});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == Failure::Kind::busy);
  CHECK(sentence_of(refused.error()).find("55P03") != std::string::npos);
  CHECK(store->page({{"news"}, {}, 10}).value().replies.size() == 1);
  sql << "ROLLBACK";
  CHECK(store->add({reply_of("b")}).value()[0].outcome == Outcome::added);
}

TEST_CASE("Several servers that get the same replies at once keep each once, with numbers in the order of commits") {
  const OwnPostgresql database;
  constexpr int count = 40;
  std::vector<std::future<int>> servers;
  for (int i = 0; i < 3; ++i)
    servers.push_back(std::async(std::launch::async, [&] {
      const auto store = store_on(database);
      int added = 0;
      for (int number = 0; number < count; ++number) {
        const auto kept = store->add({reply_of("a" + std::to_string(number)), reply_of("b", "other")}).value();
        for (const Added& one : kept)
          added += one.outcome == Outcome::added ? 1 : 0;
      }
      return added;
    }));
  int added = 0;
  for (auto& each : servers)
    added += each.get();
  CHECK(added == count + 1);
  const auto changes = store_on(database)->changes({{"news"}, 0, 100}).value().value();
  CHECK(changes.changes.size() == count);
  CHECK(changes.latest == count);
}

TEST_CASE("Decisions of two servers that wait for each other are made one after the other") {
  const OwnPostgresql database;
  const auto store = store_on(database);
  std::vector<std::string> ids;
  const auto kept = store->add({reply_of("a", "one"), reply_of("b", "two")}).value();
  for (const auto& added : kept)
    ids.push_back(added.reply.id);
  const auto decide = [&](bool backwards) {
    const auto mine = store_on(database);
    int done = 0;
    for (int round = 0; round < 30; ++round) {
      Decision decision;
      decision.id = std::to_string(round) + (backwards ? "b" : "f");
      decision.state = round % 2 == 0 ? reply::State::spam : reply::State::published;
      decision.actor = "moderator Grace";
      decision.time = "2026-03-01T14:30:00Z";
      for (std::size_t i = 0; i < 2; ++i) {
        const auto& id = ids[backwards ? 1 - i : i];
        decision.replies.push_back({id, mine->card(id).value().value().version});
      }
      done += mine->decide({decision}) ? 1 : 0;
    }
    return done;
  };
  auto forwards = std::async(std::launch::async, [&] { return decide(false); });
  CHECK(decide(true) == 30);
  CHECK(forwards.get() == 30);
}

TEST_CASE("A dump is restored into an empty database with everything, and numbers go on from there") {
  const OwnPostgresql database;
  const OwnPostgresql restored;
  store_on(database)->add({reply_of("a"), reply_of("b")}).value();
  const auto copy = "pg_dump --format=custom '" + database.address() +
                    "' | pg_restore --exit-on-error --no-owner --dbname='" + restored.address() + "'";
  REQUIRE(std::system(copy.c_str()) == 0);
  const auto store = store_on(restored);
  CHECK(texts(store->page({{"news"}, {}, 10}).value()) == std::vector{"text of a"s, "text of b"s});
  CHECK(store->add({reply_of("b")}).value()[0].outcome == Outcome::repeated);
  CHECK(store->add({reply_of("c")}).value()[0].reply.place == 3);
}

TEST_CASE("An address that leads to no database is refused, and the password is not repeated") {
  const auto malformed = error_of("postgresql://ada:secret@[::1/replies");
  CHECK(malformed.code == "database-malformed");
  const auto missing = error_of("postgresql://ada:secret@/replies?host=/no/such/folder");
  CHECK(missing.code == "database-unreadable");
  for (const Error& error : {malformed, missing})
    CHECK((error.where + error.message).find("secret") == std::string::npos);
}
