#include "server/store/accounts.hpp"

#include "server/store/sqlite/sqlite_store.hpp"
#include "support/databases.hpp"
#include "support/full_disk.hpp"
#include "support/stores.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>

#include <future>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;
using namespace std::string_literals;

namespace {

constexpr auto now = "2026-03-01T14:30:00Z";
constexpr auto long_ago = "2026-01-01T00:00:00Z";

Account account(const std::string& name, const std::string& role = "moderator") {
  return {.name = name, .role = role, .password = "hash of " + name, .totp_secret = {}, .created = now};
}

Session session(const std::string& token, const std::string& moderator) {
  return {.token = token, .moderator = moderator, .created = now, .seen = now, .expires = "2026-03-15T14:30:00Z"};
}

/// Starts a session of a moderator whose password is that of account().
bool start(Accounts& accounts, const std::string& token, const std::string& moderator) {
  return accounts.start_session(session(token, moderator), "hash of " + moderator, long_ago).value();
}

bool is_there(Accounts& accounts, const std::string& token) { return accounts.session(token).value().has_value(); }

} // namespace

TEST_CASE("A moderator is found by the name, without regard to case") {
  const auto database = each_database();
  const auto accounts = database->accounts();
  REQUIRE(accounts->add(account("Łucja Ada", "owner")).value());
  const auto found = accounts->find("łUCJA ada").value();
  REQUIRE(found);
  CHECK(found->name == "Łucja Ada");
  CHECK(found->role == "owner");
  CHECK(found->password == "hash of Łucja Ada");
  CHECK(found->totp_secret.empty());
  CHECK(found->created == now);
  CHECK_FALSE(accounts->find("Lucja Ada").value());
}

TEST_CASE("Two moderators have different names") {
  const auto database = each_database();
  const auto accounts = database->accounts();
  CHECK(accounts->add(account("ada")).value());
  CHECK_FALSE(accounts->add(account("ADA", "owner")).value());
  CHECK(accounts->find("ada").value()->role == "moderator");
}

TEST_CASE("Names and passwords are values, and no parts of statements") {
  const auto database = each_database();
  const auto accounts = database->accounts();
  accounts->add(account("ada")).value();
  const auto name = "'; DELETE FROM moderators; --"s;
  CHECK(accounts->add(account(name)).value());
  CHECK(accounts->find(name).value()->name == name);
  CHECK_FALSE(accounts->find("' OR ''='").value());
  CHECK(accounts->find("ada").value());
}

TEST_CASE("Moderators are listed by their names") {
  const auto database = each_database();
  const auto accounts = database->accounts();
  CHECK(accounts->all().value().empty());
  for (const auto* name : {"bob", "Ada", "Zoe"})
    accounts->add(account(name)).value();
  const auto all = accounts->all().value();
  REQUIRE(all.size() == 3);
  CHECK(all[0].name == "Ada");
  CHECK(all[1].name == "bob");
  CHECK(all[2].name == "Zoe");
}

TEST_CASE("A session is found by its token, with its moderator's role as it is now") {
  const auto database = each_database();
  const auto accounts = database->accounts();
  accounts->add(account("Ada")).value();
  REQUIRE(start(*accounts, "token", "Ada"));
  {
    soci::session sql;
    database->connect(sql);
    sql << "UPDATE moderators SET role = 'reader'";
  }
  const auto found = accounts->session("token").value();
  REQUIRE(found);
  CHECK(found->moderator == "Ada");
  CHECK(found->role == "reader");
  CHECK(found->created == now);
  CHECK(found->seen == now);
  CHECK(found->expires == "2026-03-15T14:30:00Z");
  CHECK_FALSE(is_there(*accounts, "toke"));
  CHECK_FALSE(is_there(*accounts, "TOKEN"));
  CHECK_FALSE(is_there(*accounts, ""));
}

TEST_CASE("The sessions of a moderator who is removed, or has another password, end") {
  const auto database = each_database();
  const auto accounts = database->accounts();
  for (const auto* name : {"Ada", "bob"})
    accounts->add(account(name)).value();
  start(*accounts, "one", "Ada");
  start(*accounts, "two", "Ada");
  start(*accounts, "other", "bob");

  SECTION("removed") {
    CHECK(accounts->remove("ADA").value());
    CHECK_FALSE(accounts->find("Ada").value());
    CHECK_FALSE(accounts->remove("ADA").value());
    accounts->add(account("Ada")).value();
  }
  SECTION("another password") {
    CHECK(accounts->change_password("ada", "hash of another").value());
    CHECK(accounts->find("Ada").value()->password == "hash of another");
    CHECK_FALSE(accounts->change_password("nobody", "hash").value());
  }
  CHECK_FALSE(is_there(*accounts, "one"));
  CHECK_FALSE(is_there(*accounts, "two"));
  CHECK(is_there(*accounts, "other"));
}

TEST_CASE("A session begins only with the password that the moderator has at that moment") {
  const auto database = each_database();
  const auto accounts = database->accounts();
  accounts->add(account("Ada")).value();
  accounts->change_password("Ada", "hash of another").value();
  CHECK_FALSE(start(*accounts, "token", "Ada"));
  CHECK_FALSE(start(*accounts, "token", "nobody"));
  CHECK_FALSE(is_there(*accounts, "token"));
}

TEST_CASE("A session ends alone") {
  const auto database = each_database();
  const auto accounts = database->accounts();
  accounts->add(account("Ada")).value();
  start(*accounts, "one", "Ada");
  start(*accounts, "two", "Ada");
  REQUIRE(accounts->end_session("one"));
  REQUIRE(accounts->end_session("none"));
  CHECK_FALSE(is_there(*accounts, "one"));
  CHECK(is_there(*accounts, "two"));
}

TEST_CASE("Sessions that have ended are removed when another begins") {
  const auto database = each_database();
  const auto accounts = database->accounts();
  accounts->add(account("Ada")).value();
  const auto begin = [&](Session one, const std::string& idle_since) {
    accounts->start_session(one, "hash of Ada", idle_since).value();
  };
  auto expired = session("expired", "Ada");
  expired.expires = now;
  begin(expired, long_ago);
  auto idle = session("idle", "Ada");
  idle.seen = "2026-03-01T02:29:59Z";
  begin(idle, long_ago);
  begin(session("fresh", "Ada"), "2026-03-01T02:30:00Z");
  CHECK_FALSE(is_there(*accounts, "expired"));
  CHECK_FALSE(is_there(*accounts, "idle"));
  CHECK(is_there(*accounts, "fresh"));
}

TEST_CASE("The use of a session is noted") {
  const auto database = each_database();
  const auto accounts = database->accounts();
  accounts->add(account("Ada")).value();
  start(*accounts, "token", "Ada");
  REQUIRE(accounts->note_use("token", "2026-03-01T15:00:00Z"));
  CHECK(accounts->session("token").value()->seen == "2026-03-01T15:00:00Z");
}

TEST_CASE("A one-time code is used once, even by several servers at a time") {
  const auto database = each_database();
  const auto accounts = database->accounts();
  accounts->add(account("Ada")).value();
  CHECK(accounts->use_code("ada", 100).value());
  CHECK_FALSE(accounts->use_code("Ada", 100).value());
  CHECK_FALSE(accounts->use_code("Ada", 99).value());
  CHECK_FALSE(accounts->use_code("nobody", 101).value());

  std::vector<std::future<bool>> uses;
  for (int i = 0; i < 4; ++i)
    uses.push_back(std::async(std::launch::async, [&] {
      return accounts->use_code("Ada", 101).value(); // a failure throws
    }));
  int used = 0;
  for (auto& use : uses)
    used += use.get() ? 1 : 0;
  CHECK(used == 1);
}

TEST_CASE("Accounts and replies share a database, each with connections of its own") {
  const auto database = each_database();
  const auto store = database->store();
  const auto accounts = database->accounts();
  accounts->add(account("Ada")).value();
  store->add({reply_of("a")}).value();
  CHECK(start(*accounts, "token", "Ada"));
  CHECK(store->add({reply_of("b")}));
  CHECK(is_there(*database->accounts(), "token"));
}

TEST_CASE("A disk that is full is a failure of the accounts, and nothing is changed") {
  const TemporaryFolder folder;
  const auto accounts = open_sqlite_accounts({folder.path() / "replies.sqlite"}).value();
  accounts->add(account("Ada")).value();
  start(*accounts, "token", "Ada");
  {
    const FullDisk disk;
    const auto removed = accounts->remove("Ada");
    REQUIRE_FALSE(removed);
    CHECK(removed.error().kind == Failure::Kind::full);
    CHECK(is_there(*accounts, "token"));
  }
  CHECK(accounts->find("Ada").value());
  CHECK(accounts->remove("Ada").value());
}

TEST_CASE("A database that another program has locked is a failure of the accounts, after a wait") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto accounts = open_sqlite_accounts({file, std::chrono::milliseconds(50)}).value();
  accounts->add(account("Ada")).value();
  soci::session other;
  open(other, file);
  other << "BEGIN IMMEDIATE";
  const auto removed = accounts->remove("Ada");
  REQUIRE_FALSE(removed);
  CHECK(removed.error().kind == Failure::Kind::busy);
  CHECK(accounts->find("Ada").value());
  other << "ROLLBACK";
  CHECK(accounts->remove("Ada").value());
}

TEST_CASE("Accounts whose file was removed are not changed in the file that nobody sees any more") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto accounts = open_sqlite_accounts({file}).value();
  std::filesystem::remove(file);
  const auto added = accounts->add(account("Ada"));
  REQUIRE_FALSE(added);
  CHECK(added.error().kind == Failure::Kind::detached);
}
