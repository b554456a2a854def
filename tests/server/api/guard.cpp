#include "server/api/moderation/guard.hpp"

#include "server/api/services.hpp"
#include "server/process/clock.hpp"
#include "support/databases.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace broadside::server;
using namespace broadside::server::api;
using namespace broadside::test;
using moderation::Role;

namespace {

/// The parts of a server whose pages are behind the guard, and moderators who have signed in.
struct Guarded {
  TemporaryFolder folder;
  std::unique_ptr<TestDatabase> database = each_database();
  std::unique_ptr<store::Store> store = database->store();
  std::unique_ptr<store::Accounts> accounts = database->accounts();
  std::unique_ptr<store::Records> records = database->records();
  store::GroupWriter writer{*store};
  Articles articles{folder.path()};
  replies::Events events;
  replies::Service replies{{articles, *store, writer, events, utc_now}};
  replies::Reports reports{{*records, utc_now}};
  replies::Closures closures{*records};
  PageCache pages;
  moderation::Sessions sessions{*accounts, utc_now};
  moderation::Decisions decisions{{*store, writer, events, utc_now}};
  moderation::SignIn sign_in{{*accounts, sessions, utc_now}};
  Services services{folder.path(), replies, reports,   closures, *records, CrossOrigin({}),
                    pages,         "start", decisions, sign_in,  sessions};

  /// Returns the token of a new session.
  std::string start(const std::string& name, const std::string& role) {
    const store::Account account{.name = name, .role = role, .password = "hash", .created = utc_now()};
    accounts->add(account).value();
    return sessions.start(account).value().value();
  }

  static http::Request request(const std::string& method, const std::string& target, const std::string& token) {
    return {.method = method,
            .target = target,
            .fields = {{"Host", "news.example"},
                       {"Sec-Fetch-Site", "same-origin"},
                       {"Cookie", "broadside-session=" + token}},
            .body = {},
            .client = {}};
  }

  /// Returns the status of a form that somebody sends, with the secret of the session; 200 if it is taken.
  unsigned send(const std::string& token, Role needs) {
    auto sent = request("POST", "/moderation/act", token);
    sent.fields.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    const auto session = sessions.find(token).value();
    sent.body = "csrf=" + (session ? session->csrf : "");
    const auto form = read_signed_form(services, {sent, {}, {}}, needs);
    return form ? 200 : form.error().status;
  }

  /// Returns where the answer to a request of a stranger leads.
  std::string way_of_stranger(const std::string& method, const std::string& target) {
    const auto sent = request(method, target, "");
    const auto sender = signed_in(services, {sent, {}, {}});
    REQUIRE_FALSE(sender);
    CHECK(sender.error().status == 303);
    return sender.error().fields.at(0).value;
  }
};

} // namespace

TEST_CASE("A form is taken from those whose role is enough") {
  Guarded guarded;
  const auto owner = guarded.start("Olga", "owner");
  const auto moderator = guarded.start("Ada", "moderator");
  const auto reader = guarded.start("Rita", "reader");
  for (const Role needs : {Role::owner, Role::moderator, Role::reader}) {
    CHECK(guarded.send(owner, needs) == 200);
    CHECK(guarded.send(moderator, needs) == (needs == Role::owner ? 403 : 200));
    CHECK(guarded.send(reader, needs) == (needs == Role::reader ? 200 : 403));
  }
  CHECK(guarded.send("", Role::reader) == 303);
  CHECK(guarded.send(std::string(43, 'a'), Role::reader) == 303);
}

TEST_CASE("A moderator who is signed in sees a page under the own name and role") {
  Guarded guarded;
  const auto sent = Guarded::request("GET", "/moderation", guarded.start("Rita", "reader"));
  const auto sender = signed_in(guarded.services, {sent, {}, {}});
  REQUIRE(sender);
  CHECK(sender->moderator.name == "Rita");
  CHECK(sender->moderator.role == Role::reader);
  CHECK_FALSE(sender->csrf.empty());
}

TEST_CASE("A stranger is led to the sign-in page, and from there back to the page") {
  Guarded guarded;
  CHECK(guarded.way_of_stranger("GET", "/moderation") == "moderation/sign-in?next=%2Fmoderation");
  CHECK(guarded.way_of_stranger("GET", "/moderation/history/abc?page=2&x=%26") ==
        "../../moderation/sign-in?next=%2Fmoderation%2Fhistory%2Fabc%3Fpage%3D2%26x%3D%2526");
  CHECK(guarded.way_of_stranger("GET", "http://news.example/moderation?a=b") ==
        "moderation/sign-in?next=%2Fmoderation%3Fa%3Db");
  CHECK(guarded.way_of_stranger("GET", "/moderation?" + std::string(2000, 'a')) == "moderation/sign-in");
  CHECK(guarded.way_of_stranger("POST", "/moderation/act") == "../moderation/sign-in");
}
