#include "support/moderation_fixture.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <regex>
#include <string>
#include <vector>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using Catch::Contains;
using Json = nlohmann::json;
using server::api::encoded;
using server::moderation::Role;

namespace {

/// Returns the id of the decision to which an answer leads.
std::string decision_in(const Answer& answer) {
  std::smatch found;
  const auto location = answer.field("Location");
  return std::regex_search(location, found, std::regex("did=([0-9a-z]+)")) ? found[1].str() : "";
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("Nobody sees the queues who is not signed in") {
  const ModerationFixture fixture;
  fixture.send("Secret.");
  const auto answer = fixture.server.ask(get("/moderation?state=spam"));
  CHECK(answer.status == 303);
  CHECK(answer.field("Location") == "moderation/sign-in?next=%2Fmoderation%3Fstate%3Dspam");
  CHECK_THAT(answer.body, !Contains("Secret."));
}

TEST_CASE("A queue shows each reply whole and harmless, and no e-mail address") {
  const ModerationFixture fixture;
  const auto attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"s;
  const auto id = fixture.send(attack + "\n\n[link](javascript:alert(1))",
                               {{"name", attack}, {"website", "https://a.example/\"><script>"}});
  const auto page = fixture.page("?search=" + encoded("alert"));
  CHECK_THAT(page, Contains("id=\"reply-" + id + "\""));
  CHECK_THAT(page, Contains("All replies wait for approval.") && Contains("From this sender: 1 waiting."));
  CHECK_THAT(page, !Contains("<script>alert") && !Contains("<img") && !Contains("href=\"javascript:"));
  CHECK_THAT(page, !Contains("ada@example.com"));
  CHECK_THAT(page, Contains("Waiting <span class=\"count\">1</span>"));
  const auto empty = fixture.page("?search=" + encoded("\"><script>"));
  CHECK_THAT(empty, Contains("Nothing is here.") && Contains("value=\"&quot;&gt;&lt;script&gt;\""));
}

TEST_CASE("A moderator approves a reply, is led to the next one, and undoes it") {
  const ModerationFixture fixture;
  const auto id = fixture.send("First.");
  fixture.send("Second.");
  const auto approved =
      fixture.decide("approve", fixture.target(id), "&back=%2Fmoderation%3Fstate%3Dwaiting&next=reply-x");
  CHECK(approved.status == 303);
  CHECK_THAT(approved.field("Location"), Catch::StartsWith("../moderation?state=waiting&did="));
  CHECK_THAT(approved.field("Location"), Catch::EndsWith("#reply-x"));
  CHECK(fixture.published() == Texts{"First."});

  const auto did = decision_in(approved);
  const auto page = fixture.page("?did=" + did);
  CHECK_THAT(page, Contains("1 reply: from waiting to published by Grace.") && Contains(">Undo</button>"));
  CHECK_THAT(fixture.page("?state=published"), Contains("A moderator has decided so."));
  CHECK(fixture.send_form("/moderation/undo", "&decision=" + did).status == 303);
  CHECK(fixture.published().empty());
  CHECK(fixture.send_form("/moderation/undo", "&decision=" + did).status == 409);
  CHECK(fixture.send_form("/moderation/undo", "&decision=none").status == 404);
}

TEST_CASE("A decision about a reply that has changed is refused, and shows what is there now") {
  const ModerationFixture fixture;
  const auto id = fixture.send("Contested.");
  const auto seen = fixture.target(id);
  CHECK(fixture.decide("approve", seen).status == 303);
  const auto late = fixture.decide("spam", seen);
  CHECK(late.status == 409);
  CHECK_THAT(late.body, Contains("It has changed since the page was shown.") && Contains("Contested.") &&
                            Contains(fixture.target(id, "published")));
  CHECK(fixture.published() == Texts{"Contested."});
  CHECK(fixture.decide("spam", "no-such~0").status == 404);
  CHECK(fixture.decide("spam", "no-version").status == 400);
  CHECK(fixture.decide("promote", seen).status == 400);
  CHECK(fixture.send_form("/moderation/decide", "&action=spam").status == 422);
}

TEST_CASE("Several replies are decided about at once, and a sender with everything that they sent") {
  const ModerationFixture fixture;
  const auto a = fixture.target(fixture.send("One."));
  const auto b = fixture.target(fixture.send("Two.", {{"email", "bob@example.com"}}));
  fixture.send("Three.", {{"email", "ADA@example.com"}});
  CHECK(fixture.decide("approve", a, "&reply=" + encoded(b)).status == 303);
  CHECK(fixture.published() == Texts{"One.", "Two."});
  const auto late = fixture.decide(
      "spam", a, "&reply=" + encoded(fixture.target(fixture.send("Late.", {{"email", "eve@example.com"}}))));
  CHECK_THAT(late.field("Location"), Contains("&left=1#"));
  CHECK_THAT(fixture.page("?left=1&did=" + decision_in(late)),
             Contains("1 reply: from waiting to spam by Grace. 1 reply had changed meanwhile, and stayed."));
  CHECK(fixture.send_form("/moderation/undo", "&decision=" + decision_in(late)).status == 303);

  const auto blocked = fixture.decide("block", fixture.target(a.substr(0, a.find('~')), "published"));
  CHECK(blocked.status == 303);
  CHECK_THAT(fixture.page("?did=" + decision_in(blocked)), Contains("2 replies: from published to spam by Grace."));
  CHECK(fixture.published() == Texts{"Two."});
  fixture.send("Four.");
  const auto spam = fixture.page("?state=spam");
  CHECK_THAT(spam, Contains("One.") && Contains("Three.") && Contains("Four.") && Contains("This sender is blocked."));
}

TEST_CASE("A moderator edits a reply, and an edit that is refused loses nothing") {
  const ModerationFixture fixture;
  const auto id = fixture.send("Call 555-1234.");
  CHECK(fixture.decide("edit", fixture.target(id), "&text=Call+me.").status == 303);
  CHECK_THAT(fixture.page(), Contains("Call me.") && !Contains("555") && Contains("edited by Grace"));
  const auto refused = fixture.decide("edit", fixture.target(id), "&text=" + std::string(10'001, 'x'));
  CHECK(refused.status == 422);
  CHECK_THAT(refused.body, Contains("The text has more than 10,000 characters.") && Contains(std::string(10'001, 'x')));
  CHECK_THAT(fixture.decide("edit", fixture.target(id), "&text=+").body, Contains("Write a text."));
  CHECK_THAT(fixture.page(), Contains("Call me."));
}

TEST_CASE("A moderator says why, and the audit log keeps it, as it does a legal reason") {
  const ModerationFixture fixture;
  const auto id = fixture.send("Libel.");
  CHECK(fixture.decide("delete", fixture.target(id), "&why=legal&why-more=Court+of+X%2C+12%2F34").status == 303);
  CHECK_THAT(fixture.page("?state=deleted"), Contains("A moderator has decided so for a legal reason.") &&
                                                 Contains("by Grace: a legal reason: Court of X, 12/34"));
  const auto late = fixture.decide("approve", fixture.target(id, "deleted"), "&why-more=" + std::string(501, 'x'));
  CHECK(late.status == 422);
  CHECK_THAT(late.body, Contains("The reason has more than 500 characters.") && Contains("Libel."));
}

TEST_CASE("A reader sees the queues and changes nothing") {
  const ModerationFixture fixture(Role::reader);
  const auto id = fixture.send("Read me.");
  const auto page = fixture.page();
  CHECK_THAT(page, Contains("Read me.") && !Contains("moderation/decide"));
  CHECK(fixture.decide("approve", id + "~0").status == 403);
  CHECK(fixture.send_form("/moderation/undo", "&decision=x").status == 403);
  CHECK(fixture.published().empty());
}

TEST_CASE("No other site's page decides, and none is led to") {
  const ModerationFixture fixture;
  const auto target = fixture.target(fixture.send("Mine."));
  const auto body = "action=approve&reply=" + encoded(target);
  const auto form = "application/x-www-form-urlencoded";
  auto foreign = fixture.grace.fields();
  foreign.push_back({"Origin", "https://evil.example"});
  const auto csrf = "&csrf=" + fixture.grace.csrf;
  CHECK(fixture.server.ask(post("/moderation/decide", form, body + csrf, foreign)).status == 403);
  CHECK(fixture.server.ask(post("/moderation/decide", form, body, fixture.grace.form_fields())).status == 403);
  CHECK(fixture.published().empty());
  for (const char* back :
       {"//evil.example", "https://evil.example/", "/moderation/../..//evil.example", "javascript:x"}) {
    const auto answer = fixture.decide("approve", fixture.target(fixture.send(back)), "&back=" + encoded(back));
    CHECK_THAT(answer.field("Location"), Catch::StartsWith("../moderation?did="));
  }
}

TEST_CASE("A page of moderators is stored, framed and shared by nobody") {
  const ModerationFixture fixture;
  const auto answer = fixture.server.ask(get(moderation_path, fixture.grace.fields()));
  CHECK(answer.status == 200);
  CHECK(answer.field("Cache-Control") == "no-store");
  CHECK(answer.field("X-Frame-Options") == "DENY");
  CHECK_THAT(answer.field("Content-Security-Policy"), Contains("default-src 'none'") && !Contains("unsafe"));
  CHECK(answer.field("Access-Control-Allow-Origin").empty());
  const auto script = fixture.server.ask(get("/moderation/keys.js"));
  CHECK(script.field("Content-Type") == "text/javascript; charset=utf-8");
  CHECK_THAT(script.body, Contains("addEventListener('keydown'"));
}
