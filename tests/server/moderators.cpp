#include "server/api/moderation/addresses.hpp"

#include "server/http/message.hpp"
#include "server/store/sqlite/sqlite_store.hpp"
#include "support/moderators.hpp"
#include "support/running_server.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using Catch::Contains;
using server::moderation::Role;

namespace {

constexpr auto form_type = "application/x-www-form-urlencoded";
constexpr auto sign_in_path = "/moderation/sign-in";
constexpr auto sign_out_path = "/moderation/sign-out";
const Fields own_origin = {{"Origin", "http://localhost"}};

Answer sign_out(const RunningServer& server, const Fields& fields, const std::string& csrf) {
  return server.ask(post(sign_out_path, form_type, "csrf=" + csrf, fields));
}

/// Returns whether a browser with that cookie is signed in: the page on which to sign in leads it on.
bool is_signed_in(const RunningServer& server, const std::string& cookie) {
  return server.ask(get(sign_in_path, {{"Cookie", cookie}})).status == 303;
}

std::string with_method(const std::string& method, const std::string& request) {
  return method + request.substr(request.find(' '));
}

} // namespace

TEST_CASE("A moderator signs in with the form, comes where the form says, and signs out") {
  const RunningServer server;
  add_moderator(server, "Ada");
  const auto page = server.ask(get(sign_in_path));
  CHECK(page.status == 200);
  CHECK_THAT(page.body, Contains(R"(<form class="form sign-in" method="post" action="../moderation/sign-in">)"));
  CHECK_THAT(page.body, Contains(R"(autocomplete="username")") && Contains(R"(autocomplete="current-password")") &&
                            Contains(R"(autocomplete="one-time-code")"));

  const auto answer =
      send_sign_in(server, "Ada", moderators_password, own_origin, "&next=%2Fmoderation%3Fqueue%3Dspam");
  CHECK(answer.status == 303);
  CHECK(answer.field("Location") == "../moderation/sign-in?signed-in&next=%2Fmoderation%3Fqueue%3Dspam");
  const auto cookie = kept_cookie(answer);
  const auto next =
      server.ask(get("/moderation/sign-in?signed-in&next=%2Fmoderation%3Fqueue%3Dspam", {{"Cookie", cookie}}));
  CHECK(next.status == 303);
  CHECK(next.field("Location") == "../moderation?queue=spam");

  const auto refused = sign_out(server, {{"Cookie", cookie}, {"Origin", "http://localhost"}}, "none");
  const auto start = refused.body.find("name=\"csrf\" value=\"") + 19;
  const auto csrf = refused.body.substr(start, refused.body.find('"', start) - start);
  const auto out = sign_out(server, {{"Cookie", cookie}, {"Origin", "http://localhost"}}, csrf);
  CHECK(out.status == 303);
  CHECK(out.field("Location") == "../moderation/sign-in");
  CHECK(out.field("Set-Cookie").starts_with("broadside-session=; "));
  CHECK_THAT(out.field("Set-Cookie"), Contains("Max-Age=0"));
  CHECK_FALSE(is_signed_in(server, cookie));
}

TEST_CASE("A session's cookie is hidden from scripts, other sites, plain connections and readers' pages") {
  const RunningServer server;
  add_moderator(server, "Ada");
  const auto cookie_for = [&](const std::string& host) {
    auto request =
        post(sign_in_path, form_type, "name=Ada&password=correct+horse+battery", {{"Sec-Fetch-Site", "same-origin"}});
    request.replace(request.find("localhost"), 9, host);
    return server.ask(request).field("Set-Cookie");
  };
  for (const auto* host : {"localhost", "LOCALHOST:8082", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:8082"}) {
    const auto cookie = cookie_for(host);
    INFO(host << " " << cookie);
    CHECK_THAT(cookie, Contains("; HttpOnly") && Contains("; SameSite=Lax") && Contains("; Max-Age=1209600"));
    CHECK_THAT(cookie, !Contains("Path") && !Contains("Domain") && !Contains("Secure"));
  }
  for (const auto* host : {"news.example", "127.news.example", "localhost.news.example:80", "[2001:db8::1]"}) {
    INFO(host);
    CHECK_THAT(cookie_for(host), Contains("; Secure") && Contains("; HttpOnly"));
  }
  // A proxy before the server may speak HTTPS with the browser.
  const auto proxied = send_sign_in(server, "Ada", moderators_password, {{"Origin", "https://localhost"}});
  CHECK_THAT(proxied.field("Set-Cookie"), Contains("; Secure"));
}

TEST_CASE("A browser that has not kept the cookie is told to use HTTPS") {
  const RunningServer server;
  const auto page = server.ask(get("/moderation/sign-in?signed-in"));
  CHECK(page.status == 200);
  CHECK_THAT(page.body, Contains("role=\"alert\"") && Contains("HTTPS"));
  CHECK_THAT(server.ask(get(sign_in_path)).body, !Contains("HTTPS"));
}

TEST_CASE("A wrong name, password or code has the same answer, which quotes what was typed as text") {
  const RunningServer server;
  add_moderator(server, "Ada");
  const auto wrong = send_sign_in(server, "Ada", "wrong");
  CHECK(wrong.status == 403);
  CHECK(wrong.field("Set-Cookie").empty());
  CHECK_THAT(wrong.body, Contains(R"(<p id="problem" class="problem" role="alert">)") &&
                             Contains(R"(aria-invalid="true" aria-describedby="problem")"));
  CHECK_THAT(wrong.body, Contains(R"(required aria-invalid="true" aria-describedby="problem" autofocus>)"));
  auto unknown = send_sign_in(server, "Bob", "wrong").body;
  unknown.replace(unknown.find("value=\"Bob\""), 11, "value=\"Ada\"");
  CHECK(unknown == wrong.body);
  CHECK_THAT(wrong.body, !Contains("wrong\"")); // a password is never sent back

  const auto markup = send_sign_in(server, "\"><script>alert(1)</script>", "wrong").body;
  CHECK_THAT(markup, !Contains("<script") && Contains("&lt;script"));
}

TEST_CASE("After too many failures the page says when to try again") {
  const RunningServer server;
  add_moderator(server, "Ada");
  for (int i = 0; i < 10; ++i)
    CHECK(send_sign_in(server, "Ada", "wrong").status == 403);
  const auto refused = send_sign_in(server, "Ada");
  CHECK(refused.status == 429);
  const auto wait = std::stoi(refused.field("Retry-After"));
  CHECK(wait > 800);
  CHECK(wait <= 900);
  CHECK_THAT(refused.body, Contains("in 15 minutes"));
  CHECK(refused.field("Set-Cookie").empty());
}

TEST_CASE("Signing in makes a new session, and ends the one that the browser had") {
  const RunningServer server;
  add_moderator(server, "Ada");
  const auto before = kept_cookie(send_sign_in(server, "Ada"));
  Fields fields = own_origin;
  fields.emplace_back("Cookie", before);
  const auto after = kept_cookie(send_sign_in(server, "Ada", moderators_password, fields));
  CHECK(after != before);
  CHECK(is_signed_in(server, after));
  CHECK_FALSE(is_signed_in(server, before));

  // A token that somebody else has chosen never becomes that of a session.
  const auto chosen = "broadside-session=" + std::string(43, 'a');
  fields.back().second = chosen;
  CHECK(kept_cookie(send_sign_in(server, "Ada", moderators_password, fields)) != chosen);
  CHECK_FALSE(is_signed_in(server, chosen));
}

TEST_CASE("Signing in from another site's page is refused") {
  const RunningServer server;
  add_moderator(server, "Ada");
  for (const Fields& fields : {Fields{}, Fields{{"Origin", "https://evil.test"}}, Fields{{"Origin", "null"}},
                               Fields{{"Origin", "http://localhost.evil.test"}}, Fields{{"Origin", "localhost"}},
                               Fields{{"Origin", "http://localhost"}, {"Sec-Fetch-Site", "cross-site"}},
                               Fields{{"Sec-Fetch-Site", "same-site"}}, Fields{{"Referer", "http://localhost/"}}}) {
    const auto answer = send_sign_in(server, "Ada", moderators_password, fields);
    CHECK(answer.status == 403);
    CHECK(answer.field("Set-Cookie").empty());
  }
  CHECK(send_sign_in(server, "Ada", moderators_password, {{"Sec-Fetch-Site", "same-origin"}}).status == 303);
  CHECK(send_sign_in(server, "Ada", moderators_password, {{"Origin", "https://localhost"}}).status == 303);
}

TEST_CASE("A form is taken from a page of this server's alone, with the secret of the session") {
  const RunningServer server;
  const auto ada = signed_in_as(server, "Ada");
  const auto bob = signed_in_as(server, "Bob");

  SECTION("another site") {
    CHECK(sign_out(server, {{"Cookie", ada.cookie}, {"Origin", "https://evil.test"}}, ada.csrf).status == 403);
    CHECK(sign_out(server, ada.fields(), ada.csrf).status == 403);
  }
  SECTION("no secret") {
    CHECK(sign_out(server, ada.form_fields(), "").status == 403);
    CHECK(server.ask(post(sign_out_path, form_type, "", ada.form_fields())).status == 403);
  }
  SECTION("another session's secret") { CHECK(sign_out(server, ada.form_fields(), bob.csrf).status == 403); }
  SECTION("another format") {
    CHECK(server.ask(post(sign_out_path, "text/plain", "csrf=" + ada.csrf, ada.form_fields())).status == 415);
    CHECK(server.ask(post(sign_out_path, form_type, "csrf=%FF", ada.form_fields())).status == 400);
  }
  CHECK(is_signed_in(server, ada.cookie));
  const auto nobody = sign_out(server, own_origin, ada.csrf);
  CHECK(nobody.status == 303);
  CHECK(nobody.field("Location") == "../moderation/sign-in");
  CHECK(sign_out(server, ada.form_fields(), ada.csrf).status == 303);
  CHECK_FALSE(is_signed_in(server, ada.cookie));
  CHECK(is_signed_in(server, bob.cookie));
}

TEST_CASE("A moderator who was removed, or has another password, is signed out at once") {
  const RunningServer server;
  const auto ada = signed_in_as(server, "Ada");
  CHECK(is_signed_in(server, ada.cookie));
  const auto accounts = server::store::open_sqlite_accounts({.file = server.options().database}).value();
  SECTION("removed") { accounts->remove("Ada").value(); }
  SECTION("another password") { accounts->change_password("Ada", cheap_hash("another password")).value(); }
  CHECK_FALSE(is_signed_in(server, ada.cookie));
  CHECK(send_sign_in(server, "Ada").status == 403);
}

TEST_CASE("The cookie is found among others, by its whole name") {
  const RunningServer server;
  const auto ada = signed_in_as(server, "Ada");
  CHECK(is_signed_in(server, "theme=dark; " + ada.cookie + ";lang=en"));
  CHECK(is_signed_in(server, "theme=dark;" + ada.cookie));
  CHECK_FALSE(is_signed_in(server, "x" + ada.cookie));
  CHECK_FALSE(is_signed_in(server, "a=" + ada.cookie));
  CHECK_FALSE(is_signed_in(server, ";;=;"));
}

TEST_CASE("The way back leads to moderators' pages of this server alone") {
  const RunningServer server;
  const auto ada = signed_in_as(server, "Ada");
  const auto way = [&](const std::string& next) {
    return server.ask(get("/moderation/sign-in?next=" + server::api::encoded(next), ada.fields())).field("Location");
  };
  CHECK(way("/moderation?queue=spam&page=2") == "../moderation?queue=spam&page=2");
  CHECK(way("/moderation/replies/a%20b") == "../moderation/replies/a%20b");
  for (const auto& next :
       {""s, "https://evil.test/"s, "//evil.test/moderation"s, "/\\evil.test"s, "\\\\evil.test"s,
        "/moderation\\@evil.test"s, "javascript:alert(1)"s, "moderation"s, "/"s, "/v1/health"s, "/moderations"s,
        "/moderation/../v1/health"s, "/moderation/%2e%2e/%2e%2e/evil"s, "/moderation\r\nSet-Cookie: a=b"s,
        "/moderation\n"s, "/moderation é"s, "/moderation?" + std::string(1000, 'a')}) {
    INFO(next);
    CHECK(way(next) == "../moderation");
    const auto page = server.ask(get("/moderation/sign-in?next=" + server::api::encoded(next)));
    CHECK_THAT(page.body, Contains(R"(name="next" value="")"));
  }
}

TEST_CASE("Moderators' pages are framed, kept and read by nobody else, and run scripts of this server alone") {
  RunningServer server([](server::Options& options) { options.allowed_origins = {"https://news.example"}; });
  const auto ada = signed_in_as(server, "Ada");
  const Fields from_elsewhere = {{"Origin", "https://news.example"}, {"Cookie", ada.cookie}};
  for (const auto& answer : {server.ask(get(sign_in_path)), send_sign_in(server, "Ada", "wrong"),
                             sign_out(server, ada.form_fields(), "wrong")}) {
    CHECK(answer.field("Content-Security-Policy") ==
          "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors 'none'; "
          "base-uri 'none'");
    CHECK(answer.field("X-Frame-Options") == "DENY");
    CHECK(answer.field("Cache-Control") == "no-store");
    CHECK(answer.field("Referrer-Policy") == "same-origin");
    CHECK(answer.field("X-Content-Type-Options") == "nosniff");
  }
  for (const auto& request :
       {get(sign_in_path, from_elsewhere), get("/moderation/none", from_elsewhere),
        get("/moderation/style.css", from_elsewhere), get("http://localhost/moderation/sign-in", from_elsewhere),
        get("/%6Doderation/sign-in", from_elsewhere), with_method("OPTIONS", get(sign_in_path, from_elsewhere)),
        with_method("BREW", get(sign_in_path, from_elsewhere)),
        post(sign_out_path, form_type, "csrf=" + ada.csrf, from_elsewhere)}) {
    const auto answer = server.ask(request);
    INFO(request << answer.status);
    for (const auto& [name, value] : answer.fields)
      CHECK_THAT(name, !Contains("Access-Control"));
  }
  CHECK(server.ask(get("/v1/health", from_elsewhere)).field("Access-Control-Allow-Origin") == "https://news.example");
}

TEST_CASE("No name of a moderator becomes markup or a header") {
  const RunningServer server;
  const auto odd = signed_in_as(server, "<b>\"O'Brien\" & co</b>", Role::owner);
  const auto page = sign_out(server, odd.form_fields(), "wrong");
  CHECK_THAT(page.body, Contains("&lt;b>") || Contains("&lt;b&gt;"));
  CHECK_THAT(page.body, !Contains("<b>"));
  const auto answer =
      send_sign_in(server, "Ada\r\nSet-Cookie: a=b", "wrong", own_origin, "&next=/moderation%0D%0AX:%20y");
  CHECK(answer.status == 403);
  CHECK(answer.field("Set-Cookie").empty());
  CHECK(answer.field("X").empty());
  CHECK_THAT(answer.body, !Contains("Set-Cookie"));
}

TEST_CASE("Moderators' pages have their own style sheet, which readers' pages do not load") {
  const RunningServer server;
  const auto style = server.ask(get("/moderation/style.css"));
  CHECK(style.status == 200);
  CHECK(style.field("Content-Type") == "text/css; charset=utf-8");
  CHECK_THAT(style.body, Contains(".broadside {") && Contains(".broadside.moderation"));
  CHECK_THAT(server.ask(get(sign_in_path)).body, Contains(R"(<link rel="stylesheet" href="../moderation/style.css">)"));
  CHECK_THAT(server.ask(get(replies_path, {{"Accept", "text/html"}})).body, !Contains("moderation"));
}
