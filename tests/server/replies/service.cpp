#include "server/replies/service.hpp"

#include "server/moderation/decisions.hpp"

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
#include <fstream>
#include <future>

using namespace broadside;
using namespace broadside::server;
using namespace broadside::server::replies;
using namespace broadside::test;
using namespace std::string_literals;
namespace asio = boost::asio;
using moderation::Action;
using Reason = Rejection::Reason;

namespace {

/// The service with a site and a database of its own, and a clock that the test sets.
class ServiceFixture {
public:
  explicit ServiceFixture(Policy rules = {}) : policy(rules) {
    write_site(folder_.path());
    events.listen(recorder);
  }
  ServiceFixture(const ServiceFixture&) = delete;
  ServiceFixture& operator=(const ServiceFixture&) = delete;
  /// The writer ends between the workers' last step and the end of their pool, as in the server.
  ~ServiceFixture() {
    recorder.open_gate();
    workers_.join();
  }

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

  auto edit(const Kept& kept, const std::string& text) {
    return run([&](const ArticleInfo& article) { return service.edit(article, {kept.reply.id, kept.token}, text); });
  }

  auto remove(const Kept& kept) {
    return run([&](const ArticleInfo& article) { return service.remove(article, {kept.reply.id, kept.token}); });
  }

  /// Has a moderator carry an action out on the reply as it is now.
  store::Altered decide(const Kept& kept, moderation::Action action) {
    const auto version = decisions.card(kept.reply.id).value().value().version;
    const moderation::Order order{action, {{kept.reply.id, version}}};
    const auto outcome = asio::co_spawn(workers_, decisions.carry_out(order, "Grace"), asio::use_future).get();
    return outcome.value().replies.at(0).altered;
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
  template <typename Work> tl::expected<Kept, Rejection> run(Work work) {
    const auto found = article().value();
    return asio::co_spawn(workers_, work(*found), asio::use_future).get();
  }

  TemporaryFolder folder_;
  std::unique_ptr<store::Store> store_ = opened(database());

public:
  std::string now = "2026-03-01T14:30:00Z";
  Policy policy;
  Articles articles{folder() / "site"};
  Recorder recorder;
  Events events;

private:
  asio::thread_pool workers_{4};
  store::GroupWriter writer_{*store_};

public:
  Service service{{articles, *store_, writer_, events, [this] { return now; }, policy}};
  moderation::Decisions decisions{{*store_, writer_, events, [this] { return now; }}};
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

TEST_CASE("A listener is told of committed replies, with their clients, and of nothing else") {
  ServiceFixture fixture;
  soci::session other;
  open(other, fixture.database());
  other << "BEGIN IMMEDIATE";
  CHECK(reason_of(fixture.submit(from_ada("Nobody keeps this."))) == Reason::unavailable);
  other << "ROLLBACK";
  CHECK(reason_of(fixture.submit(from_ada(""))) == Reason::invalid);
  CHECK(reason_of(fixture.submit(from_ada("Late."), "old-news")) == Reason::closed);

  auto submission = with_key("aaaaaaaaaaaaaaaa", "one");
  submission.client = asio::ip::make_address("198.51.100.9");
  const auto kept = fixture.submit(submission).value();
  CHECK_FALSE(fixture.submit(submission).value().is_new);
  CHECK(reason_of(fixture.submit(with_key("aaaaaaaaaaaaaaaa", "other"))) == Reason::key_taken);
  REQUIRE(fixture.submit(from_ada("two")));

  const auto events = fixture.recorder.events(2);
  REQUIRE(events.size() == 2);
  CHECK(events[0].article == "north-korea");
  CHECK(events[0].reply.id == kept.reply.id);
  CHECK(events[0].reply.text == "one");
  CHECK(events[0].reply.created == fixture.now);
  CHECK(events[0].client == submission.client);
  CHECK(events[1].reply.text == "two");
}

namespace {

/// Reads what readers see at the moment when it is told of a reply.
class Reader final : public Listener {
public:
  /// Sets where to read. It is called before any event.
  void look_at(ServiceFixture& fixture) { fixture_ = &fixture; }

  void on(const Published& event) override {
    const auto texts = fixture_->texts();
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
  ServiceFixture* fixture_ = nullptr;
  std::atomic<bool> all_seen_ = true;
  std::atomic<int> count_ = 0;
};

} // namespace

TEST_CASE("A listener that is told of a reply can read it") {
  Reader reader;
  ServiceFixture fixture;
  reader.look_at(fixture);
  fixture.events.listen(reader);
  for (int i = 0; i < 20; ++i)
    REQUIRE(fixture.submit(from_ada(std::to_string(i))));
  CHECK(reader.has_seen_all(20));
}

TEST_CASE("Events come in the order in which the replies were committed, however many are sent at once") {
  ServiceFixture fixture;
  std::vector<std::future<tl::expected<Kept, Rejection>>> sendings;
  for (int i = 0; i < longest_page; ++i)
    sendings.push_back(fixture.begin(from_ada(std::to_string(i))));
  for (auto& sending : sendings)
    REQUIRE(sending.get());
  CHECK(fixture.recorder.heard(longest_page) == fixture.texts());
}

TEST_CASE("A listener that does not return delays no reply") {
  ServiceFixture fixture;
  fixture.recorder.close_gate();
  for (const char* text : {"1", "2", "3"})
    CHECK(fixture.submit(from_ada(text)).value().is_new);
  CHECK(fixture.texts().size() == 3);
  CHECK(fixture.recorder.heard(0).empty());
  fixture.recorder.open_gate();
  CHECK(fixture.recorder.heard(3) == std::vector<std::string>{"1", "2", "3"});
}

TEST_CASE("A check says why replies cannot be kept") {
  ServiceFixture fixture;
  CHECK(fixture.check());
  std::filesystem::remove(fixture.database());
  CHECK(fixture.check().error().find("removed or replaced") != std::string::npos);
  CHECK(reason_of(fixture.submit(from_ada("lost"))) == Reason::unavailable);
}

namespace {

std::string audit_of(const ServiceFixture& fixture) {
  soci::session sql;
  open(sql, fixture.database());
  std::string all;
  const soci::rowset<soci::row> rows =
      sql.prepare << "SELECT actor, state_before, state_after, edited, reason FROM audit_log ORDER BY number";
  for (const auto& row : rows)
    all += row.get<std::string>(0) + ": " + row.get<std::string>(1) + " > " + row.get<std::string>(2) +
           (row.get<int>(3) == 1 ? ", edited" : "") + " (" + row.get<std::string>(4) + ")\n";
  return all;
}

} // namespace

TEST_CASE("A held reply is kept as waiting, shown to nobody, and published when a moderator approves it") {
  ServiceFixture fixture({.hold = Hold::everybody});
  const auto kept = fixture.submit(with_key("0123456789abcdef", "Wait for me.")).value();
  CHECK(kept.reply.state == reply::State::waiting);
  CHECK(kept.reply.text == "Wait for me.");
  CHECK(fixture.texts().empty());
  CHECK(fixture.service.count(*fixture.article().value(), "") == 0);
  CHECK(fixture.service.changes(*fixture.article().value(), {.language = "", .since = "0"}).value().changes.empty());
  // The same reply again is still waiting.
  CHECK(fixture.submit(with_key("0123456789abcdef", "Wait for me.")).value().reply.state == reply::State::waiting);

  const auto approved = fixture.decide(kept, Action::approve);
  CHECK(approved.reply.state == reply::State::published);
  CHECK(fixture.texts() == std::vector<std::string>{"Wait for me."});
  CHECK(fixture.service.count(*fixture.article().value(), "") == 1);
  const auto changes = fixture.service.changes(*fixture.article().value(), {.language = "", .since = "0"}).value();
  REQUIRE(changes.changes.size() == 1);
  CHECK(changes.changes[0].reply.text == "Wait for me.");
  CHECK(fixture.recorder.heard(1) == std::vector<std::string>{"Wait for me."});
  CHECK(audit_of(fixture) == "moderator Grace: waiting > published (moderator)\n");
}

TEST_CASE("A first-timer waits until one of their replies was approved") {
  ServiceFixture fixture({.hold = Hold::first_timers});
  const auto first = fixture.submit(from_ada("First.")).value();
  CHECK(first.reply.state == reply::State::waiting);
  CHECK(fixture.submit(from_ada("Second.")).value().reply.state == reply::State::waiting);
  fixture.decide(first, Action::approve);
  CHECK(fixture.submit(from_ada("Third.")).value().reply.state == reply::State::published);
  fixture.decide(first, Action::spam);
  CHECK(fixture.texts() == std::vector<std::string>{"Third."});
}

TEST_CASE("A writer edits and deletes their own reply for fifteen minutes, and nobody else does") {
  ServiceFixture fixture;
  const auto kept = fixture.submit(with_key("0123456789abcdef", "Frist.")).value();
  REQUIRE_FALSE(kept.token.empty());
  // Whoever has the key gets the token again, since the first answer may have been lost.
  CHECK(fixture.submit(with_key("0123456789abcdef", "Frist.")).value().token == kept.token);
  CHECK(fixture.submit(from_ada("Without a key.")).value().token.empty());

  auto stranger = kept;
  for (const std::string& token :
       {""s, "x"s, kept.token + "x", kept.token.substr(1), std::string(kept.token.size(), '0')}) {
    stranger.token = token;
    CHECK(reason_of(fixture.edit(stranger, "Mine.")) == Reason::not_changeable);
    CHECK(reason_of(fixture.remove(stranger)) == Reason::not_changeable);
  }
  stranger = kept;
  stranger.reply.id = "00000000000000000000";
  CHECK(reason_of(fixture.remove(stranger)) == Reason::not_changeable);

  fixture.now = "2026-03-01T14:45:00Z";
  CHECK(fixture.edit(kept, "First.").value().reply.text == "First.");
  CHECK(reason_of(fixture.edit(kept, " ")) == Reason::invalid);
  CHECK(fixture.texts() == std::vector<std::string>{"First.", "Without a key."});
  fixture.now = "2026-03-01T14:45:01Z";
  CHECK(reason_of(fixture.edit(kept, "Late.")) == Reason::not_changeable);
  CHECK(reason_of(fixture.remove(kept)) == Reason::not_changeable);

  fixture.now = "2026-03-01T14:40:00Z";
  CHECK(fixture.remove(kept).value().reply.state == reply::State::deleted);
  CHECK(reason_of(fixture.edit(kept, "Back.")) == Reason::not_changeable);
  CHECK(fixture.texts() == std::vector<std::string>{"Without a key."});
  CHECK(audit_of(fixture) == "writer: published > published, edited (policy)\nwriter: published > deleted (writer)\n");
  soci::session sql;
  open(sql, fixture.database());
  std::string left;
  sql << "SELECT name || email || website || text FROM replies WHERE id = :id", soci::into(left),
      soci::use(kept.reply.id);
  CHECK(left.empty());
  // The same words may be sent anew.
  CHECK(fixture.submit(from_ada("First.")).value().is_new);
}

TEST_CASE("An edit is judged anew, and frees no spam") {
  ServiceFixture fixture({.hold_links = 2});
  const auto kept = fixture.submit(with_key("0123456789abcdef", "Harmless.")).value();
  CHECK(kept.reply.state == reply::State::published);
  const auto links = "https://a.example https://b.example";
  CHECK(fixture.edit(kept, links).value().reply.state == reply::State::waiting);
  CHECK(fixture.texts().empty());
  CHECK(fixture.edit(kept, "Harmless again.").value().reply.state == reply::State::published);
  CHECK(fixture.texts() == std::vector<std::string>{"Harmless again."});

  fixture.decide(kept, Action::spam);
  // Its writer is not told.
  CHECK(fixture.edit(kept, "Please.").value().reply.state == reply::State::waiting);
  CHECK(fixture.texts().empty());
}

TEST_CASE("A reply with answers leaves a placeholder when it is deleted or held, which goes with the last answer") {
  ServiceFixture fixture;
  const auto keyed = [&](const std::string& text, const std::string& parent = "") {
    auto submission = with_key("0123456789abcdef-" + text, text);
    submission.parent = parent;
    return fixture.submit(submission).value();
  };
  const auto a = keyed("a");
  const auto b = keyed("b", a.reply.id);
  const auto c = keyed("c", b.reply.id);
  const auto states = [&] {
    std::string all;
    const auto page = fixture.service.page(*fixture.article().value(), {.language = ""}).value();
    for (const auto& reply : page.replies)
      all += reply.state == reply::State::published ? reply.text : "-";
    return all;
  };
  fixture.decide(a, Action::spam);
  fixture.remove(b).value();
  CHECK(states() == "--c");
  CHECK(fixture.service.count(*fixture.article().value(), "") == 1);
  fixture.decide(c, Action::hold);
  CHECK(states().empty());
  fixture.decide(c, Action::approve);
  CHECK(states() == "--c");
  fixture.decide(a, Action::approve);
  CHECK(states() == "a-c");
  fixture.remove(c).value();
  CHECK(states() == "a");
  CHECK(fixture.service.page(*fixture.article().value(), {.language = ""}).value().replies[0].answers == 0);
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
