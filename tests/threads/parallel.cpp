#include "publish/threads/parallel.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace broadside;

TEST_CASE("results are taken in order, on the thread that asked, whichever is made first") {
  const auto count = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{9}, std::size_t{1000});
  std::vector<std::string> results(count);
  std::vector<std::size_t> taken;
  const auto here = std::this_thread::get_id();
  publish::in_order(
      count,
      [&](std::size_t i) {
        if (i % 7 == 0)
          std::this_thread::sleep_for(std::chrono::microseconds(100));
        results[i] = std::to_string(i);
      },
      [&](std::size_t i) {
        REQUIRE(std::this_thread::get_id() == here);
        REQUIRE(results[i] == std::to_string(i));
        taken.push_back(i);
      });
  std::vector<std::size_t> expected(count);
  std::iota(expected.begin(), expected.end(), std::size_t{0});
  CHECK(taken == expected);
}

TEST_CASE("results that nobody takes do not pile up") {
  std::atomic<std::size_t> made = 0;
  publish::in_order(
      1000, [&](std::size_t) { ++made; },
      [&](std::size_t i) {
        if (i == 0)
          std::this_thread::sleep_for(std::chrono::milliseconds(20));
        REQUIRE(made <= i + 128);
      });
}

TEST_CASE("an exception of the work, or of taking, is thrown again and ends the rest") {
  CHECK_THROWS_AS(publish::in_parallel(1000,
                                       [](std::size_t i) {
                                         if (i == 500)
                                           throw std::runtime_error("work");
                                       }),
                  std::runtime_error);
  CHECK_THROWS_AS(publish::in_order(
                      1000, [](std::size_t) {},
                      [](std::size_t i) {
                        if (i == 500)
                          throw std::runtime_error("take");
                      }),
                  std::runtime_error);
}
