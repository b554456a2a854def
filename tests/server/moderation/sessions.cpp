#include "server/moderation/sessions.hpp"

#include "server/moderation/secret.hpp"
#include "support/databases.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>

#include <optional>

using namespace broadside::server;
using namespace broadside::server::moderation;
using namespace broadside::test;

namespace {

/// The sessions of Ada, at a time that the test sets.
struct Desk {
  std::string now = "2026-03-01T08:00:00Z";
  std::unique_ptr<TestDatabase> database = each_database();
  std::unique_ptr<store::Accounts> accounts = database->accounts();
  Sessions sessions{*accounts, [this] { return now; }};
  store::Account ada{.name = "Ada", .role = "moderator", .password = "hash", .created = now};

  Desk() { accounts->add(ada).value(); }
  std::string start() { return sessions.start(ada).value().value(); }
  std::optional<Session> find(const std::string& token) { return sessions.find(token).value(); }
};

} // namespace

TEST_CASE("A session has its moderator, and a secret for its forms") {
  Desk desk;
  const auto token = desk.start();
  const auto session = desk.find(token);
  REQUIRE(session);
  CHECK(session->moderator.name == "Ada");
  CHECK(session->moderator.role == Role::moderator);
  CHECK(session->csrf.size() == secret_length);
  CHECK(session->csrf.find(token) == std::string::npos);
  CHECK(desk.find(token)->csrf == session->csrf);
  CHECK(desk.find(desk.start())->csrf != session->csrf);
}

TEST_CASE("The database has nothing with which somebody could sign in") {
  Desk desk;
  const auto token = desk.start();
  soci::session sql;
  desk.database->connect(sql);
  std::string kept;
  sql << "SELECT token FROM sessions", soci::into(kept);
  CHECK(kept == fingerprint_of(token));
  CHECK_FALSE(desk.find(kept));
  CHECK_FALSE(desk.find(kept.substr(0, secret_length)));
}

TEST_CASE("Nobody has a session without its token") {
  Desk desk;
  auto token = desk.start();
  CHECK_FALSE(desk.find(""));
  CHECK_FALSE(desk.find(token + "a"));
  CHECK_FALSE(desk.find(token.substr(1)));
  token[0] = token[0] == 'a' ? 'b' : 'a';
  CHECK_FALSE(desk.find(token));
}

TEST_CASE("A session ends twelve hours after its last use") {
  Desk desk;
  const auto token = desk.start();
  desk.now = "2026-03-01T20:00:00Z";
  CHECK(desk.find(token));
  desk.now = "2026-03-02T08:00:00Z";
  CHECK(desk.find(token));
  desk.now = "2026-03-02T20:00:01Z";
  CHECK_FALSE(desk.find(token));
}

TEST_CASE("A session ends after fourteen days, however often it is used") {
  Desk desk;
  const auto token = desk.start();
  for (int day = 1; day <= 14; ++day)
    for (const char* hour : {"00", "06", "12", "18"}) {
      desk.now = "2026-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + "T" + hour + ":00:00Z";
      CHECK(desk.find(token));
    }
  desk.now = "2026-03-15T05:59:59Z";
  CHECK(desk.find(token));
  desk.now = "2026-03-15T07:59:59Z";
  CHECK(desk.find(token));
  desk.now = "2026-03-15T08:00:00Z";
  CHECK_FALSE(desk.find(token));
}

TEST_CASE("The use of a session is written no more than once a minute") {
  Desk desk;
  const auto token = desk.start();
  const auto seen = [&] { return desk.accounts->session(fingerprint_of(token)).value()->seen; };
  desk.now = "2026-03-01T08:01:00Z";
  desk.find(token);
  CHECK(seen() == "2026-03-01T08:00:00Z");
  desk.now = "2026-03-01T08:01:01Z";
  desk.find(token);
  CHECK(seen() == "2026-03-01T08:01:01Z");
}

TEST_CASE("A session that was ended is over, and others go on") {
  Desk desk;
  const auto token = desk.start();
  const auto other = desk.start();
  REQUIRE(desk.sessions.end(token));
  CHECK_FALSE(desk.find(token));
  CHECK(desk.find(other));
}

TEST_CASE("No session begins for a moderator who was removed, or given another password, meanwhile") {
  Desk desk;
  SECTION("removed") { desk.accounts->remove("Ada").value(); }
  SECTION("another password") { desk.accounts->change_password("Ada", "other").value(); }
  CHECK_FALSE(desk.sessions.start(desk.ada).value());
}

TEST_CASE("A role that this program does not know may do nothing") {
  Desk desk;
  const auto token = desk.start();
  soci::session sql;
  desk.database->connect(sql);
  sql << "UPDATE moderators SET role = 'emperor'";
  CHECK_FALSE(desk.find(token));
}
