#include "server/replies/events.hpp"

#include "support/recorder.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <stdexcept>

using namespace broadside;
using namespace broadside::server::replies;
using broadside::test::Recorder;

namespace {

Published event_of(const std::string& text) { return {"news", {"1", "Ada", "", text, "2026-03-01T14:30:00Z"}, {}}; }

/// Throws at each call a value that no program expects.
class Thrower final : public Listener {
public:
  void on(const Published& event) override {
    if (event.reply.text == "1")
      throw std::runtime_error("a listener's own fault");
    throw 7;
  }
  void missed(std::size_t) override {}
};

} // namespace

TEST_CASE("Each listener is told of each event, in order") {
  Recorder one;
  Recorder other;
  Events events;
  events.listen(one);
  events.listen(other);
  for (const char* text : {"1", "2", "3"})
    events.publish(event_of(text));
  const std::vector<std::string> all = {"1", "2", "3"};
  CHECK(one.heard(3) == all);
  CHECK(other.heard(3) == all);
}

TEST_CASE("A listener that does not return delays neither the publisher of an event nor another listener") {
  Recorder slow;
  Recorder quick;
  Events events;
  events.listen(slow);
  events.listen(quick);
  slow.close_gate();
  for (const char* text : {"1", "2", "3"})
    events.publish(event_of(text));
  CHECK(quick.heard(3).size() == 3);
  CHECK(slow.heard(0).empty());
  slow.open_gate();
  CHECK(slow.heard(3) == std::vector<std::string>{"1", "2", "3"});
}

TEST_CASE("A listener that throws is still told of the next event, and so are the others") {
  Thrower thrower;
  Recorder other;
  Events events;
  events.listen(thrower);
  events.listen(other);
  for (const char* text : {"1", "2", "3"})
    events.publish(event_of(text));
  CHECK(other.heard(3).size() == 3);
}

TEST_CASE("Every published event is told before the events end") {
  Recorder recorder;
  std::optional<Events> events(std::in_place);
  events->listen(recorder);
  for (int i = 0; i < 100; ++i)
    events->publish(event_of("text"));
  events.reset();
  CHECK(recorder.heard(0).size() == 100);
}

TEST_CASE("A listener that is too slow misses events in a row, is told how many, and then gets the next one") {
  Recorder slow;
  Events events;
  events.listen(slow);
  slow.close_gate();
  events.publish(event_of("first"));
  slow.wait_until_busy();
  for (std::size_t i = 0; i < Events::most_waiting + 5; ++i)
    events.publish(event_of("text"));
  slow.open_gate();
  const auto heard = slow.heard(Events::most_waiting + 2);
  REQUIRE(heard.size() == Events::most_waiting + 2);
  CHECK(heard.front() == "first");
  CHECK(heard[Events::most_waiting] == "text");
  CHECK(heard.back() == "missed 5");
  events.publish(event_of("next"));
  CHECK(slow.heard(Events::most_waiting + 3).back() == "next");
}
