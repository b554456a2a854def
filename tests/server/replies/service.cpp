#include "server/replies/service.hpp"

#include "support/recorder.hpp"
#include "support/running_server.hpp"
#include "support/stores.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>

#include <soci/soci.h>

#include <algorithm>
#include <atomic>
#include <future>

using namespace broadside;
using namespace broadside::server;
using namespace broadside::server::replies;
using namespace broadside::test;
namespace asio = boost::asio;
using Reason = Rejection::Reason;

namespace {

/// The service with a site and a database of its own, and a clock that the test sets.
class House {
public:
  House() {
    write_site(folder_.path());
    events.listen(recorder);
  }
  ~House() { recorder.open_gate(); }

  std::filesystem::path folder() const { return folder_.path(); }
  std::filesystem::path database() const { return folder_.path() / "replies.sqlite"; }

  auto article(const std::string& id = "north-korea") { return service.article(id); }

  auto begin(Submission submission, const std::string& id = "north-korea") {
    return asio::co_spawn(
        workers_,
        [this, submission = std::move(submission), id]() -> asio::awaitable<tl::expected<Kept, Rejection>> {
          const auto found = service.article(id).value();
          co_return co_await service.submit(*found, submission);
        },
        asio::use_future);
  }

  auto submit(Submission submission, const std::string& id = "north-korea") {
    return begin(std::move(submission), id).get();
  }

  auto check() { return asio::co_spawn(workers_, service.check(), asio::use_future).get(); }

  std::vector<std::string> texts(const std::string& language = "") {
    std::vector<std::string> all;
    const auto page = service.page(*article().value(), {.language = language, .limit = longest_page});
    for (const auto& reply : page.value().replies)
      all.push_back(reply.text);
    return all;
  }

private:
  TemporaryFolder folder_;
  std::unique_ptr<store::Store> store_ = opened(database());

public:
  std::string now = "2026-03-01T14:30:00Z";
  Articles articles{folder() / "site"};
  Recorder recorder;
  Events events;

private:
  store::GroupWriter writer_{*store_};

public:
  Service service{{articles, *store_, writer_, events, [this] { return now; }}};

private:
  asio::thread_pool workers_{4};
};

Submission from_ada(const std::string& text) { return {.draft = {"Ada", "ada@example.com", "", text}}; }

Submission with_key(const std::string& key, const std::string& text) {
  auto submission = from_ada(text);
  submission.key = Key::parse(key);
  REQUIRE(submission.key);
  return submission;
}

Reason reason_of(const tl::expected<Kept, Rejection>& kept) {
  REQUIRE_FALSE(kept);
  return kept.error().reason;
}

} // namespace

TEST_CASE("A reply is kept as it is judged, with the time of the service's clock") {
  House house;
  house.now = "2031-12-24T18:00:00Z";
  auto submission = from_ada("I agree.");
  submission.draft.website = "example.com";
  const auto kept = house.submit(submission).value();
  CHECK(kept.is_new);
  CHECK(kept.reply.created == "2031-12-24T18:00:00Z");
  CHECK(kept.reply.website == "https://example.com");
  CHECK(house.texts() == std::vector<std::string>{"I agree."});
}

TEST_CASE("An article is there or not, or its file cannot be read, or it takes no more replies") {
  House house;
  CHECK(house.article("no-such").error().reason == Reason::unknown_article);
  CHECK(house.article("..").error().reason == Reason::unknown_article);
  CHECK(reason_of(house.submit(from_ada("Late."), "old-news")) == Reason::closed);
  CHECK(house.article("old-news").value()->id == "old-news");

  const auto file = house.folder() / "site/broken/article.json";
  std::filesystem::create_directories(file.parent_path());
  std::filesystem::create_symlink("article.json", file); // which leads to itself
  CHECK(house.article("broken").error().reason == Reason::unreadable_article);
}

TEST_CASE("A reply that is not valid is rejected with what is wrong, after the question whether any is taken") {
  House house;
  const auto rejected = house.submit({.draft = {" ", "nobody", "", "x"}});
  CHECK(reason_of(rejected) == Reason::invalid);
  CHECK(rejected.error().fields == std::vector<reply::Problem>{{reply::Field::name, reply::Fault::missing},
                                                               {reply::Field::email, reply::Fault::malformed}});
  CHECK(reason_of(house.submit({.draft = {" ", "nobody", "", "x"}}, "old-news")) == Reason::closed);
  CHECK(house.texts().empty());
}

TEST_CASE("A key is 16 to 64 letters, digits, hyphens and underscores") {
  for (const auto& text : {std::string(16, 'a'), std::string(64, 'Z'), std::string("0123456789-_-abcd")})
    CHECK(Key::parse(text).value().text() == text);
  for (const auto& text : {std::string(), std::string(15, 'a'), std::string(65, 'a'),
                           std::string("not a key, not a key"), std::string("ääääääääääääääää")})
    CHECK_FALSE(Key::parse(text));
}

TEST_CASE("What is sent again under its key is the same reply, and anything else under it is not kept") {
  House house;
  const auto first = house.submit(with_key("aaaaaaaaaaaaaaaa", "one")).value();
  const auto again = house.submit(with_key("aaaaaaaaaaaaaaaa", "one")).value();
  CHECK_FALSE(again.is_new);
  CHECK(again.reply.id == first.reply.id);
  CHECK(reason_of(house.submit(with_key("aaaaaaaaaaaaaaaa", "other"))) == Reason::key_taken);
  CHECK(house.texts() == std::vector<std::string>{"one"});
}

TEST_CASE("Without a key the same words are one reply for ten minutes") {
  House house;
  CHECK(house.submit(from_ada("I agree.")).value().is_new);
  house.now = "2026-03-01T14:40:00Z";
  CHECK_FALSE(house.submit(from_ada("I agree.")).value().is_new);
  house.now = "2026-03-01T14:40:01Z";
  CHECK(house.submit(from_ada("I agree.")).value().is_new);
}

TEST_CASE("The language of a reply is kept where the article has a text in it") {
  House house;
  auto submission = from_ada("Sí.");
  submission.language = "es";
  CHECK(house.submit(submission).value().reply.language == "es");
  submission.draft.text = "Oui.";
  submission.language = "fr";
  CHECK(house.submit(submission).value().reply.language.empty());
}

TEST_CASE("Readers of a text see the replies that the publisher wants under it, and their number") {
  House house;
  for (const std::string language : {"en", "es", "en"}) {
    auto submission = with_key("aaaaaaaaaaaaaaaa" + std::to_string(house.texts().size()), language);
    submission.language = language;
    REQUIRE(house.submit(submission));
  }
  CHECK(house.texts("es") == std::vector<std::string>{"en", "es", "en"});
  write_site(house.folder(), "separate");
  const auto file = house.folder() / "site/north-korea/article.json";
  std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) - std::chrono::seconds(9));
  CHECK(house.texts("es") == std::vector<std::string>{"es"});
  CHECK(house.service.count(*house.article().value(), "en") == 2);
}

TEST_CASE("Pages lead from one to the next, and a cursor that no page gave is rejected") {
  House house;
  for (const char* text : {"1", "2", "3"})
    REQUIRE(house.submit(from_ada(text)));
  const auto article = house.article().value();
  const auto first = house.service.page(*article, {.language = "", .limit = 2}).value();
  CHECK(first.replies.size() == 2);
  CHECK(first.count == 3);
  REQUIRE(first.next);
  const auto second = house.service.page(*article, {.language = "", .after = first.next, .limit = 2}).value();
  REQUIRE(second.replies.size() == 1);
  CHECK(second.replies[0].text == "3");
  CHECK_FALSE(second.next);
  CHECK_FALSE(house.service.start_of_page_with(*article, "", second.replies[0])); // usual pages are longer
  for (const char* after : {"", "-1", "x", "1x", "1.0", "1.2", ".1", "99999999999999999999"})
    CHECK(house.service.page(*article, {.language = "", .after = after}).error().reason == Reason::unknown_cursor);
}

TEST_CASE("Who has a page is told what has changed since, and who asks for what has not been is rejected") {
  House house;
  REQUIRE(house.submit(from_ada("1")));
  const auto article = house.article().value();
  const auto since = house.service.page(*article, {.language = ""}).value().since;
  REQUIRE(house.submit(from_ada("2")));
  const auto changes = house.service.changes(*article, {"", since}).value();
  REQUIRE(changes.changes.size() == 1);
  CHECK(changes.changes[0].reply.text == "2");
  CHECK(changes.count == 2);
  CHECK_FALSE(changes.has_more);
  CHECK(house.service.changes(*article, {"", changes.since}).value().changes.empty());
  for (const char* unknown : {"", "-1", "x", "1x", "3", "99999999999999999999"})
    CHECK(house.service.changes(*article, {"", unknown}).error().reason == Reason::unknown_change);
}

TEST_CASE("A listener is told of what was committed, by whom, and of nothing else") {
  House house;
  soci::session other;
  open(other, house.database());
  other << "BEGIN IMMEDIATE";
  CHECK(reason_of(house.submit(from_ada("Nobody keeps this."))) == Reason::unavailable);
  other << "ROLLBACK";
  CHECK(reason_of(house.submit(from_ada(""))) == Reason::invalid);
  CHECK(reason_of(house.submit(from_ada("Late."), "old-news")) == Reason::closed);

  auto submission = with_key("aaaaaaaaaaaaaaaa", "one");
  submission.client = asio::ip::make_address("198.51.100.9");
  const auto kept = house.submit(submission).value();
  CHECK_FALSE(house.submit(submission).value().is_new);
  CHECK(reason_of(house.submit(with_key("aaaaaaaaaaaaaaaa", "other"))) == Reason::key_taken);
  REQUIRE(house.submit(from_ada("two")));

  const auto events = house.recorder.events(2);
  REQUIRE(events.size() == 2);
  CHECK(events[0].article == "north-korea");
  CHECK(events[0].reply.id == kept.reply.id);
  CHECK(events[0].reply.text == "one");
  CHECK(events[0].reply.created == house.now);
  CHECK(events[0].client == submission.client);
  CHECK(events[1].reply.text == "two");
}

namespace {

/// Reads, when it is told of a reply, what readers see at that moment.
class Reader final : public Listener {
public:
  /// Tells it where to read, before it is told of anything.
  void look_at(House& house) { house_ = &house; }

  void on(const Published& event) override {
    const auto texts = house_->texts();
    all_seen_ = all_seen_ && std::find(texts.begin(), texts.end(), event.reply.text) != texts.end();
    ++count_;
    count_.notify_all();
  }
  void missed(std::size_t) override {}

  bool has_seen_all(int count) {
    for (int seen = count_; seen < count; seen = count_)
      count_.wait(seen);
    return all_seen_;
  }

private:
  House* house_ = nullptr;
  std::atomic<bool> all_seen_ = true;
  std::atomic<int> count_ = 0;
};

} // namespace

TEST_CASE("Whoever hears of a reply can read it") {
  Reader reader;
  House house;
  reader.look_at(house);
  house.events.listen(reader);
  for (int i = 0; i < 20; ++i)
    REQUIRE(house.submit(from_ada(std::to_string(i))));
  CHECK(reader.has_seen_all(20));
}

TEST_CASE("Events come in the order in which the replies were committed, however many are sent at once") {
  House house;
  std::vector<std::future<tl::expected<Kept, Rejection>>> sendings;
  for (int i = 0; i < longest_page; ++i)
    sendings.push_back(house.begin(from_ada(std::to_string(i))));
  for (auto& sending : sendings)
    REQUIRE(sending.get());
  CHECK(house.recorder.heard(longest_page) == house.texts());
}

TEST_CASE("A listener that does not return holds up no reply") {
  House house;
  house.recorder.close_gate();
  for (const char* text : {"1", "2", "3"})
    CHECK(house.submit(from_ada(text)).value().is_new);
  CHECK(house.texts().size() == 3);
  CHECK(house.recorder.heard(0).empty());
  house.recorder.open_gate();
  CHECK(house.recorder.heard(3) == std::vector<std::string>{"1", "2", "3"});
}

TEST_CASE("Where replies cannot be kept, a check says why") {
  House house;
  CHECK(house.check());
  std::filesystem::remove(house.database());
  CHECK(house.check().error().find("removed or replaced") != std::string::npos);
  CHECK(reason_of(house.submit(from_ada("lost"))) == Reason::unavailable);
}
