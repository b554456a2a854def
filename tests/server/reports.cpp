#include "support/moderation_fixture.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using Catch::Contains;
using Json = nlohmann::json;

namespace {

constexpr auto form = "application/x-www-form-urlencoded";

/// A server with a reply that readers see.
class ReportFixture : public ModerationFixture {
public:
  ReportFixture() : id(send("Buy gold.")) { decide("approve", target(id)); }

  std::string path() const { return replies_path + ("/" + id) + "/report"; }

  Answer report(const Json& body, const Fields& fields = {}) const {
    return server.ask(post(path(), "application/json", body.dump(), fields));
  }

  const std::string id;
};

} // namespace

TEST_CASE("A reader reports a reply, and a moderator sees why, and dismisses it or not") {
  const ReportFixture fixture;
  CHECK(fixture.report({{"complaint", "spam"}, {"note", "<script>alert(1)</script>"}}).status == 204);
  CHECK(fixture.report({{"complaint", "abuse"}}).status == 204);
  const auto page = fixture.page("?state=reported");
  CHECK_THAT(page, Contains("Reported <span class=\"count\">1</span>") && Contains("Buy gold.") &&
                       Contains("1 report<") && Contains("Spam or advertising.") &&
                       Contains("&lt;script&gt;alert(1)") && !Contains("<script>alert"));

  const auto dismissed =
      fixture.decide("dismiss", fixture.target(fixture.id, "reported"), "&back=%2Fmoderation%3Fstate%3Dreported");
  CHECK(dismissed.status == 303);
  CHECK_THAT(fixture.page("?state=reported"), Contains("Reported <span class=\"count\">0</span>"));
  CHECK_THAT(fixture.page("?state=published"), Contains("reports dismissed by Grace"));
  CHECK(fixture.published() == std::vector{"Buy gold."s});
}

TEST_CASE("A page without script reports a reply") {
  const ReportFixture fixture;
  const auto shown = fixture.server.ask(get(fixture.path()));
  CHECK(shown.status == 200);
  CHECK_THAT(shown.body, Contains("Buy gold.") && Contains("action=\"report\"") && Contains("value=\"illegal\""));
  CHECK_THAT(shown.field("Content-Security-Policy"), Contains("default-src 'none'"));
  const auto sent = fixture.server.ask(post(fixture.path(), form, "complaint=illegal&note=It+is+mine."));
  CHECK(sent.status == 303);
  CHECK(sent.field("Location") == "report?sent=yes");
  CHECK_THAT(fixture.server.ask(get(fixture.path() + "?sent=yes")).body, Contains("Thank you"));
  CHECK_THAT(fixture.page("?state=reported"), Contains("Breaks the law.") && Contains("It is mine."));

  const auto refused = fixture.server.ask(post(fixture.path(), form, "note=Keep+%3Cthis%3E."));
  CHECK(refused.status == 400);
  CHECK_THAT(refused.body, Contains("Choose what is wrong with the reply") && Contains("Keep &lt;this&gt;."));
}

TEST_CASE("A report that is malformed, or of a reply that nobody sees, or of another site's page is refused") {
  const ReportFixture fixture;
  CHECK(fixture.report({{"complaint", "dull"}}).status == 400);
  CHECK(fixture.report({{"complaint", "spam"}, {"note", std::string(1'001, 'x')}}).status == 400);
  CHECK(fixture.report({{"complaint", "spam"}, {"note", 7}}).status == 400);
  CHECK(fixture.server.ask(post(fixture.path(), "text/plain", "spam")).status == 415);
  const auto held = fixture.send("Held.");
  const auto of_held = replies_path + ("/" + held) + "/report";
  CHECK(fixture.server.ask(post(of_held, "application/json", R"({"complaint": "spam"})")).status == 404);
  CHECK(fixture.server.ask(get(of_held)).status == 404);
  CHECK_THAT(fixture.page("?state=reported"), Contains("Nothing is here."));

  const RunningServer listed([](server::Options& options) { options.allowed_origins = {"https://news.example"}; });
  CHECK(listed
            .ask(post(replies_path + "/x/report"s, "application/json", R"({"complaint": "spam"})",
                      {{"Origin", "https://evil.example"}}))
            .status == 403);
}
