#include "server/moderation/throttle.hpp"

#include <catch2/catch.hpp>

#include <thread>
#include <vector>

using namespace broadside::server::moderation;
using namespace std::chrono_literals;

namespace {

struct Watch {
  std::chrono::steady_clock::time_point now{1h};
  Throttle throttle{[this] { return now; }};
};

} // namespace

TEST_CASE("Ten attempts in fifteen minutes are let through") {
  Watch watch;
  for (int i = 0; i < 10; ++i) {
    CHECK_FALSE(watch.throttle.count({"ada"}));
    watch.now += 1min;
  }
  CHECK(watch.throttle.count({"ada"}) == 5min);
  CHECK_FALSE(watch.throttle.count({"bob"}));
  watch.now += 4min + 59s;
  CHECK(watch.throttle.count({"ada"}) == 1s);
  watch.now += 1s;
  CHECK_FALSE(watch.throttle.count({"ada"}));
  CHECK(watch.throttle.count({"ada"}) == 1min);
}

TEST_CASE("An attempt counts under each of its names, and under none if one of them has had too many") {
  Watch watch;
  for (int i = 0; i < 10; ++i)
    watch.throttle.count({"ada", "here"});
  CHECK(watch.throttle.count({"bob", "here"}));
  CHECK(watch.throttle.count({"ada", "there"}));
  for (int i = 0; i < 10; ++i)
    CHECK_FALSE(watch.throttle.count({"bob", "there"}));
  CHECK(watch.throttle.count({"bob", "there"}));
}

TEST_CASE("An attempt that succeeded does not count, and those that failed before it do") {
  Watch watch;
  for (int i = 0; i < 9; ++i)
    watch.throttle.count({"ada"});
  for (int i = 0; i < 20; ++i) {
    CHECK_FALSE(watch.throttle.count({"ada"}));
    watch.throttle.take_back({"ada"});
  }
  CHECK_FALSE(watch.throttle.count({"ada"}));
  CHECK(watch.throttle.count({"ada"}));
}

TEST_CASE("Of many attempts at once no more are let through") {
  Watch watch;
  std::atomic<int> passed = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&] {
      for (int i = 0; i < 25; ++i)
        if (!watch.throttle.count({"ada"}))
          ++passed;
    });
  for (auto& thread : threads)
    thread.join();
  CHECK(passed == 10);
}
