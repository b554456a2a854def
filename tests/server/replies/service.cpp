#include "server/replies/service.hpp"

#include "support/service_fixture.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace broadside;
using namespace broadside::server;
using namespace broadside::server::replies;
using namespace broadside::test;
using namespace std::string_literals;
namespace asio = boost::asio;
using Reason = Rejection::Reason;

TEST_CASE("A reply is kept in its validated form, with the time of the service's clock") {
  ServiceFixture fixture;
  fixture.now = "2031-12-24T18:00:00Z";
  auto submission = from_ada("I agree.");
  submission.draft.website = "example.com";
  const auto kept = fixture.submit(submission).value();
  CHECK(kept.is_new);
  CHECK(kept.reply.created == "2031-12-24T18:00:00Z");
  CHECK(kept.reply.website == "https://example.com");
  CHECK(fixture.texts() == std::vector<std::string>{"I agree."});
}

TEST_CASE("An article is found or unknown, its file may be unreadable, and it may take no more replies") {
  ServiceFixture fixture;
  CHECK(fixture.article("no-such").error().reason == Reason::unknown_article);
  CHECK(fixture.article("..").error().reason == Reason::unknown_article);
  CHECK(reason_of(fixture.submit(from_ada("Late."), "old-news")) == Reason::closed);
  CHECK(fixture.article("old-news").value()->id == "old-news");

  const auto file = fixture.folder() / "site/broken/article.json";
  std::filesystem::create_directories(file.parent_path());
  std::filesystem::create_symlink("article.json", file); // a link to itself
  CHECK(fixture.article("broken").error().reason == Reason::unreadable_article);
}

TEST_CASE("An invalid reply is rejected with its problems, unless the article takes no replies at all") {
  ServiceFixture fixture;
  const auto rejected = fixture.submit({.draft = {" ", "nobody", "", "x"}});
  CHECK(reason_of(rejected) == Reason::invalid);
  CHECK(rejected.error().fields == std::vector<reply::Problem>{{reply::Field::name, reply::Fault::missing},
                                                               {reply::Field::email, reply::Fault::malformed}});
  CHECK(reason_of(fixture.submit({.draft = {" ", "nobody", "", "x"}}, "old-news")) == Reason::closed);
  CHECK(fixture.texts().empty());
}

TEST_CASE("A key is 16 to 64 letters, digits, hyphens and underscores") {
  for (const auto& text : {std::string(16, 'a'), std::string(64, 'Z'), std::string("0123456789-_-abcd")})
    CHECK(Key::parse(text).value().text() == text);
  for (const auto& text : {std::string(), std::string(15, 'a'), std::string(65, 'a'),
                           std::string("not a key, not a key"), std::string("ääääääääääääääää")})
    CHECK_FALSE(Key::parse(text));
}

TEST_CASE("A reply that is sent again with its key is the same one, and another reply with that key is not kept") {
  ServiceFixture fixture;
  const auto first = fixture.submit(with_key("aaaaaaaaaaaaaaaa", "one")).value();
  const auto again = fixture.submit(with_key("aaaaaaaaaaaaaaaa", "one")).value();
  CHECK_FALSE(again.is_new);
  CHECK(again.reply.id == first.reply.id);
  CHECK(reason_of(fixture.submit(with_key("aaaaaaaaaaaaaaaa", "other"))) == Reason::key_taken);
  CHECK(fixture.texts() == std::vector<std::string>{"one"});
}

TEST_CASE("Without a key the same text is one reply for ten minutes") {
  ServiceFixture fixture;
  CHECK(fixture.submit(from_ada("I agree.")).value().is_new);
  fixture.now = "2026-03-01T14:40:00Z";
  CHECK_FALSE(fixture.submit(from_ada("I agree.")).value().is_new);
  fixture.now = "2026-03-01T14:40:01Z";
  CHECK(fixture.submit(from_ada("I agree.")).value().is_new);
}

TEST_CASE("The language of a reply is kept if the article has a text in it") {
  ServiceFixture fixture;
  auto submission = from_ada("Sí.");
  submission.language = "es";
  CHECK(fixture.submit(submission).value().reply.language == "es");
  submission.draft.text = "Oui.";
  submission.language = "fr";
  CHECK(fixture.submit(submission).value().reply.language.empty());
}

TEST_CASE("Readers of a text see the replies that the publisher wants under it, and their number") {
  ServiceFixture fixture;
  for (const std::string language : {"en", "es", "en"}) {
    auto submission = with_key("aaaaaaaaaaaaaaaa" + std::to_string(fixture.texts().size()), language);
    submission.language = language;
    REQUIRE(fixture.submit(submission));
  }
  CHECK(fixture.texts("es") == std::vector<std::string>{"en", "es", "en"});
  write_site(fixture.folder(), "separate");
  const auto file = fixture.folder() / "site/north-korea/article.json";
  std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) - std::chrono::seconds(9));
  CHECK(fixture.texts("es") == std::vector<std::string>{"es"});
  CHECK(fixture.service.count(*fixture.article().value(), "en") == 2);
}

TEST_CASE("Pages lead from one to the next, and a cursor that no page has given is rejected") {
  ServiceFixture fixture;
  for (const char* text : {"1", "2", "3"})
    REQUIRE(fixture.submit(from_ada(text)));
  const auto article = fixture.article().value();
  const auto first = fixture.service.page(*article, {.language = "", .limit = 2}).value();
  CHECK(first.replies.size() == 2);
  CHECK(first.count == 3);
  REQUIRE(first.next);
  const auto second = fixture.service.page(*article, {.language = "", .after = first.next, .limit = 2}).value();
  REQUIRE(second.replies.size() == 1);
  CHECK(second.replies[0].text == "3");
  CHECK_FALSE(second.next);
  CHECK(fixture.service.page(*article, {.language = "", .branch = "no"}).error().reason == Reason::unknown_reply);
  for (const char* after : {"", "-1", "x", "1x", "1.0", "1.2", ".1", "99999999999999999999"})
    CHECK(fixture.service.page(*article, {.language = "", .after = after}).error().reason == Reason::unknown_cursor);
}

TEST_CASE("A client that has a page learns what has changed since, and a change number of the future is rejected") {
  ServiceFixture fixture;
  REQUIRE(fixture.submit(from_ada("1")));
  const auto article = fixture.article().value();
  const auto since = fixture.service.page(*article, {.language = ""}).value().since;
  REQUIRE(fixture.submit(from_ada("2")));
  const auto changes = fixture.service.changes(*article, {"", since}).value();
  REQUIRE(changes.changes.size() == 1);
  CHECK(changes.changes[0].reply.text == "2");
  CHECK(changes.count == 2);
  CHECK_FALSE(changes.has_more);
  CHECK(fixture.service.changes(*article, {"", changes.since}).value().changes.empty());
  for (const char* unknown : {"", "-1", "x", "1x", "3", "99999999999999999999"})
    CHECK(fixture.service.changes(*article, {"", unknown}).error().reason == Reason::unknown_change);
}

TEST_CASE("A check says why replies cannot be kept") {
  ServiceFixture fixture;
  CHECK(fixture.check());
  std::filesystem::remove(fixture.database());
  CHECK(fixture.check().error().find("removed or replaced") != std::string::npos);
  CHECK(reason_of(fixture.submit(from_ada("lost"))) == Reason::unavailable);
}

TEST_CASE("An article that the policy closes takes no more replies") {
  ServiceFixture fixture({.close_after_days = 14});
  CHECK(fixture.submit(from_ada("It states no date.")).value().is_new);
  const auto file = fixture.folder() / "site/north-korea/article.json";
  std::ifstream in(file);
  std::string text(std::istreambuf_iterator<char>(in), {});
  text.replace(text.find("\"default\""), 0, "\"published\": \"2026-02-14\", ");
  std::ofstream(file) << text;
  CHECK(reason_of(fixture.submit(from_ada("Late."))) == Reason::closed);
  CHECK_FALSE(fixture.service.takes_replies(*fixture.article().value()));
  fixture.now = "2026-02-28T23:00:00Z";
  CHECK(fixture.submit(from_ada("In time.")).value().is_new);
}
