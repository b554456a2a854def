#include "server/process/clock.hpp"
#include "server/replies/closures.hpp"
#include "support/databases.hpp"
#include "support/moderation_fixture.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using Catch::Contains;
using Json = nlohmann::json;
using server::store::Closing;

namespace {

constexpr auto queue = "?state=waiting&article=north-korea";

Answer close(const ModerationFixture& fixture, const std::string& word, const std::string& more = "") {
  return fixture.send_form("/moderation/article", "&article=north-korea&replies=" + word +
                                                      "&back=%2Fmoderation%3Farticle%3Dnorth-korea" + more);
}

Closing closing_of(bool closes) {
  return {.article = "news", .closes = closes, .actor = "operator", .why = "Old.", .time = server::utc_now()};
}

} // namespace

TEST_CASE("A moderator closes an article's replies and opens them, and the log knows who and why") {
  const ModerationFixture fixture;
  fixture.send("Before.");
  CHECK_THAT(fixture.page(queue), Contains("It takes replies.") && Contains("Close the replies"));
  const auto closed = close(fixture, "close", "&why=abuse");
  CHECK(closed.status == 303);
  CHECK(closed.field("Location") == "../moderation?article=north-korea");
  CHECK_THAT(fixture.page(queue), Contains("A moderator has closed it") &&
                                      Contains("closed by Grace: insults or threats") &&
                                      Contains("Open the replies again"));
  const auto refused = fixture.server.ask(post_json(reply_json("0123456789abcdef")));
  CHECK(refused.status == 403);
  CHECK(Json::parse(refused.body)["type"] == "urn:broadside:replies-closed");
  CHECK_THAT(fixture.server.ask(get(replies_path, {{"Accept", "text/html"}})).body,
             Contains("Replies to this article are closed."));

  CHECK(close(fixture, "open").status == 303);
  CHECK_THAT(fixture.page(queue), Contains("opened by Grace<"));
  CHECK(fixture.server.ask(post_json(reply_json("0123456789abcdef"))).status == 201);
}

TEST_CASE("Nobody closes an article who may not, nor one that is not there") {
  const ModerationFixture fixture(server::moderation::Role::reader);
  CHECK(close(fixture, "close").status == 403);
  CHECK_THAT(fixture.page(queue), !Contains("Close the replies"));
  const ModerationFixture other;
  CHECK(close(other, "shut").status == 422);
  CHECK(other.send_form("/moderation/article", "&article=none&replies=close").status == 404);
  CHECK(other.server
            .ask(post("/moderation/article", "application/x-www-form-urlencoded", "article=north-korea&replies=close",
                      other.grace.form_fields()))
            .status == 403);
  CHECK(other.server.ask(post_json(reply_json("0123456789abcdef"))).status == 201);
}

TEST_CASE("A server learns within a second what another one with its database has closed") {
  const auto database = each_database();
  const auto records = database->records();
  std::chrono::steady_clock::time_point now;
  server::replies::Closures closures(*records, [&] { return now; });
  CHECK_FALSE(closures.has("news"));
  CHECK(database->records()->close(closing_of(true)).value());
  CHECK_FALSE(database->records()->close(closing_of(true)).value());
  CHECK_FALSE(closures.has("news"));
  now += server::replies::Closures::renewal;
  CHECK(closures.has("news"));
  CHECK_FALSE(closures.has("sports"));
  CHECK(closures.change(closing_of(false)).value());
  CHECK_FALSE(closures.has("news"));
  REQUIRE(records->closings("news").value().size() == 2);
  CHECK_FALSE(records->closings("news").value()[0].closes);
  CHECK(records->closings("news").value()[1].why == "Old.");
}
