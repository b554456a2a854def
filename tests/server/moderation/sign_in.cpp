#include "server/moderation/sign_in.hpp"

#include "server/moderation/password.hpp"
#include "server/moderation/totp.hpp"
#include "support/databases.hpp"
#include "support/moderators.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

#include <catch2/catch.hpp>

#include <soci/soci.h>

#include <ctime>
#include <future>
#include <vector>

using namespace broadside::server;
using namespace broadside::server::moderation;
using namespace broadside::test;
using namespace std::chrono_literals;
using Reason = NotSignedIn::Reason;

namespace {

/// The door at which Ada signs in, with clocks that the test owns.
struct Door {
  std::string now = "2026-03-01T08:00:00Z";
  std::chrono::steady_clock::time_point watch{1h};
  std::unique_ptr<TestDatabase> database = each_database();
  std::unique_ptr<store::Accounts> accounts = database->accounts();
  Sessions sessions{*accounts, [this] { return now; }};
  boost::asio::thread_pool workers{2};
  SignIn sign_in{{*accounts, sessions, [this] { return now; }, [this] { return watch; }}};

  explicit Door(const std::string& hash = cheap_hash(moderators_password)) {
    accounts->add({.name = "Ada", .role = "moderator", .password = hash, .created = now}).value();
  }
  ~Door() { workers.join(); }

  std::future<SignIn::Result> begin(Attempt attempt) {
    return boost::asio::co_spawn(workers, sign_in.attempt(std::move(attempt)), boost::asio::use_future);
  }

  SignIn::Result attempt(const std::string& name, const std::string& password, const char* client = "192.0.2.1") {
    return begin({name, password, "", boost::asio::ip::make_address(client)}).get();
  }

  /// Fails ten times, under names and from addresses of the test's choice.
  template <typename Name, typename Client> void fail_ten_times(Name name, Client client) {
    for (int i = 0; i < 10; ++i) {
      const auto result = attempt(name(i), "wrong password", client(i).c_str());
      REQUIRE_FALSE(result);
      REQUIRE(result.error().reason == Reason::wrong);
    }
  }
};

std::string ada(int) { return "Ada"; }
std::string someone(int i) { return "someone " + std::to_string(i); }

} // namespace

TEST_CASE("Somebody signs in with name and password") {
  Door door;
  const auto token = door.attempt("aDA", moderators_password);
  REQUIRE(token);
  CHECK(door.sessions.find(*token).value()->moderator.name == "Ada");
  CHECK(door.attempt("Ada", moderators_password).value() != *token);
}

TEST_CASE("Nobody signs in with anything else") {
  Door door;
  const std::vector<std::pair<std::string, std::string>> attempts = {
      {"Ada", ""},
      {"Ada", "correct horse batterz"},
      {"Ada", std::string(moderators_password) + "a"},
      {"Bob", moderators_password},
      {"", moderators_password},
      {std::string("Ada\0", 4), moderators_password},
      {"' OR ''='", moderators_password},
      {std::string(100'000, 'a'), std::string(100'000, 'a')}};
  for (const auto& [name, password] : attempts) {
    const auto result = door.attempt(name, password);
    REQUIRE_FALSE(result);
    CHECK(result.error().reason == Reason::wrong);
  }
}

TEST_CASE("An unknown name is judged for as long as a known one") {
  Door door(hash_of_password(moderators_password));
  // The time of the processors, since others may use them too.
  const auto cost_of = [&](const std::string& name) {
    const auto start = std::clock();
    CHECK_FALSE(door.attempt(name, "wrong password"));
    return std::clock() - start;
  };
  const auto known = cost_of("Ada");
  CHECK(cost_of("Bob") > known / 3);
}

TEST_CASE("After ten failures of a name it is refused from everywhere, for fifteen minutes") {
  Door door;
  door.fail_ten_times(ada, [](int i) { return "198.51." + std::to_string(i) + ".1"; });
  const auto refused = door.attempt("ADA", moderators_password);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().reason == Reason::too_many);
  CHECK(refused.error().wait == 15min);
  CHECK(door.attempt("Bob", moderators_password).error().reason == Reason::wrong);
  door.watch += 15min;
  CHECK(door.attempt("Ada", moderators_password));
}

TEST_CASE("After ten failures from a block of addresses all of it is refused, under every name") {
  Door door;
  std::string first, same, other;
  SECTION("IPv4") { first = "192.0.2.1", same = "192.0.2.255", other = "192.0.3.1"; }
  SECTION("IPv4, written as IPv6") { first = "::ffff:192.0.2.1", same = "192.0.2.255", other = "::ffff:192.0.3.1"; }
  SECTION("IPv6") { first = "2001:db8:1::1", same = "2001:db8:1:ffff::1", other = "2001:db8:2::1"; }
  door.fail_ten_times(someone, [&](int) { return first; });
  CHECK(door.attempt("Ada", moderators_password, same.c_str()).error().reason == Reason::too_many);
  CHECK(door.attempt("Ada", moderators_password, other.c_str()));
}

TEST_CASE("Those who sign in are not counted") {
  Door door;
  for (int i = 0; i < 15; ++i)
    CHECK(door.attempt("Ada", moderators_password));
}

TEST_CASE("Attempts at once are judged one by one, and beyond some they are refused") {
  Door door(hash_of_password(moderators_password));
  std::vector<std::future<SignIn::Result>> attempts;
  for (int i = 0; i < 20; ++i)
    attempts.push_back(
        door.begin({someone(i), "wrong", "", boost::asio::ip::make_address("10.0." + std::to_string(i) + ".1")}));
  int judged = 0;
  int busy = 0;
  for (auto& attempt : attempts) {
    const auto result = attempt.get();
    REQUIRE_FALSE(result);
    judged += result.error().reason == Reason::wrong ? 1 : 0;
    busy += result.error().reason == Reason::busy ? 1 : 0;
  }
  CHECK(judged + busy == 20);
  CHECK(judged >= 8);
  CHECK(busy > 0);
  // Refused replies are not counted.
  CHECK(door.attempt("Ada", moderators_password));
}

TEST_CASE("Two sign in at once") {
  Door door;
  auto one = door.begin({"Ada", moderators_password, "", boost::asio::ip::make_address("10.0.0.1")});
  auto two = door.begin({"Ada", moderators_password, "", boost::asio::ip::make_address("10.0.0.2")});
  const auto first = one.get();
  const auto second = two.get();
  REQUIRE(first);
  REQUIRE(second);
  CHECK(*first != *second);
}

TEST_CASE("Who uses one-time codes signs in with each of them once, and not without") {
  Door door;
  const auto secret = random_totp_secret();
  door.accounts
      ->add({.name = "Bob",
             .role = "moderator",
             .password = cheap_hash(moderators_password),
             .totp_secret = secret,
             .created = door.now})
      .value();
  const auto attempt = [&](const std::string& code, const char* password = moderators_password) {
    return door.begin({"Bob", password, code, boost::asio::ip::make_address("192.0.2.1")}).get().has_value();
  };
  const auto step = 1772352000 / 30; // 2026-03-01T08:00:00Z
  const auto code = totp_code(secret, step);
  CHECK_FALSE(attempt(""));
  CHECK_FALSE(attempt(totp_code(secret, step + 2)));
  // A code is not used up by somebody who does not know the password.
  CHECK_FALSE(attempt(code, "wrong password"));
  CHECK(attempt(code));
  CHECK_FALSE(attempt(code));
  CHECK_FALSE(attempt(totp_code(secret, step - 1)));
  CHECK(attempt(totp_code(secret, step + 1)));
}

TEST_CASE("A database that fails lets nobody in, and counts as nobody's failure") {
  Door door;
  {
    soci::session sql;
    door.database->connect(sql);
    sql << "DROP TABLE sessions";
  }
  for (int i = 0; i < 11; ++i) {
    const auto result = door.attempt("Ada", moderators_password);
    REQUIRE_FALSE(result);
    CHECK(result.error().reason == Reason::unavailable);
  }
}
