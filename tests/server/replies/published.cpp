#include "server/replies/service.hpp"

#include "support/service_fixture.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>

#include <algorithm>
#include <atomic>
#include <future>

using namespace broadside;
using namespace broadside::server;
using namespace broadside::server::replies;
using namespace broadside::test;
using namespace std::string_literals;
namespace asio = boost::asio;
using Reason = Rejection::Reason;

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
