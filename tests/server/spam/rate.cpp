#include "server/spam/rate.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>

using namespace broadside::server::spam;
using namespace std::chrono_literals;

namespace {

/// Rates of three replies in ten minutes, with a clock that the test sets.
class Rates {
public:
  Pace count(const std::string& address) { return rate_.count(boost::asio::ip::make_address(address)); }

  /// Returns the paces of so many replies: "u" for usual, "r" for rush, "f" for flood.
  std::string paces(const std::string& address, int replies) {
    std::string all;
    for (int i = 0; i < replies; ++i)
      all += std::map<Pace, char>{{Pace::usual, 'u'}, {Pace::rush, 'r'}, {Pace::flood, 'f'}}.at(count(address));
    return all;
  }

  std::chrono::steady_clock::time_point now;

private:
  Rate rate_{3, [this] { return now; }};
};

} // namespace

TEST_CASE("Replies from one network rush, and then flood, and those from others do not") {
  Rates rates;
  CHECK(rates.paces("203.0.113.1", 2) == "uu");
  CHECK(rates.paces("203.0.113.200", 2) == "ur");
  CHECK(rates.paces("::ffff:203.0.113.7", 1) == "r");
  CHECK(rates.paces("203.0.114.1", 1) == "u");
  CHECK(rates.paces("203.0.113.1", 26) == std::string(25, 'r') + "f");
  CHECK(rates.paces("2001:db8:1:1::1", 3) == "uuu");
  CHECK(rates.paces("2001:db8:1:ffff::2", 1) == "r");
  CHECK(rates.paces("2001:db8:2::1", 1) == "u");
}

TEST_CASE("A network's replies are forgotten little by little") {
  Rates rates;
  CHECK(rates.paces("203.0.113.1", 4) == "uuur");
  rates.now += 9min;
  CHECK(rates.paces("203.0.113.1", 1) == "r");
  // Seven minutes after the window of the five, three tenths of them still count.
  rates.now += 8min;
  CHECK(rates.paces("203.0.113.1", 2) == "ur");
  rates.now += 21min;
  CHECK(rates.paces("203.0.113.1", 4) == "uuur");
}

TEST_CASE("A proxy that names no client is not taken for a crowd") {
  Rates rates;
  for (const char* address : {"127.0.0.1", "::1", "10.1.2.3", "172.31.0.1", "192.168.1.1", "fd00::1", "fe80::1",
                              "::ffff:127.0.0.1", "0.0.0.0"})
    CHECK(rates.paces(address, 40) == std::string(40, 'u'));
}

TEST_CASE("There is no limit where the operator wants none") {
  Rate rate(0);
  for (int i = 0; i < 1'000; ++i)
    REQUIRE(rate.count(boost::asio::ip::make_address("203.0.113.1")) == Pace::usual);
}

TEST_CASE("However many networks send replies, the memory for their counts is bounded") {
  Rates rates;
  for (unsigned i = 0; i < 50'000; ++i)
    rates.count("2001:" + std::to_string(i / 9'999) + ":" + std::to_string(i % 9'999) + "::1");
  CHECK(rates.paces("203.0.113.1", 2) == "rr");
  CHECK(rates.paces("2001:0:1::1", 1) == "u");
}
