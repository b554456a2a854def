#include "server/http/trusted_proxies.hpp"

#include <catch2/catch.hpp>

using namespace broadside::server::http;

namespace {

Address address(const std::string& text) { return boost::asio::ip::make_address(text); }

std::string client(const Fields& fields, const std::string& peer = "10.0.0.1") {
  const auto proxies = TrustedProxies::parse({"10.0.0.0/8", "192.0.2.7", "2001:db8:aaaa::/48"});
  REQUIRE(proxies);
  return proxies->client_of(fields, address(peer)).to_string();
}

std::string by_x(const std::string& value) { return client({{"X-Forwarded-For", value}}); }
std::string by_forwarded(const std::string& value) { return client({{"forwarded", value}}); }

} // namespace

TEST_CASE("A peer that is not a trusted proxy is the client, whatever its header says") {
  CHECK(client({{"X-Forwarded-For", "198.51.100.9"}, {"Forwarded", "for=198.51.100.9"}}, "203.0.113.5") ==
        "203.0.113.5");
  CHECK(client({{"X-Forwarded-For", "198.51.100.9"}}, "127.0.0.1") == "127.0.0.1");
  CHECK(client({}) == "10.0.0.1");
}

TEST_CASE("The client is the last address of X-Forwarded-For that is not a trusted proxy") {
  CHECK(by_x("198.51.100.9") == "198.51.100.9");
  CHECK(by_x("1.1.1.1, 198.51.100.9") == "198.51.100.9");
  CHECK(by_x("1.1.1.1,198.51.100.9 ,10.3.3.3,  192.0.2.7") == "198.51.100.9");
  CHECK(by_x("198.51.100.9:4711") == "198.51.100.9");
  CHECK(by_x("2001:db8::1") == "2001:db8::1");
  CHECK(by_x("[2001:db8::1]:4711, 2001:db8:aaaa::7") == "2001:db8::1");
  CHECK(by_x("::ffff:198.51.100.9") == "198.51.100.9");
  CHECK(client({{"X-Forwarded-For", "1.1.1.1"}, {"x-forwarded-for", "198.51.100.9"}}) == "198.51.100.9");
  CHECK(by_x("10.1.1.1, 10.2.2.2") == "10.1.1.1");
}

TEST_CASE("The client is the last for= of Forwarded that is not a trusted proxy") {
  CHECK(by_forwarded("for=198.51.100.9") == "198.51.100.9");
  CHECK(by_forwarded("For=\"[2001:db8:cafe::17]:4711\"") == "2001:db8:cafe::17");
  CHECK(by_forwarded("for=1.1.1.1, for=198.51.100.9;proto=https;by=10.0.0.1, proto=http ; FOR=\"10.9.9.9:80\"") ==
        "198.51.100.9");
  CHECK(by_forwarded("for=1.1.1.1;host=\"a,b;for=2.2.2.2\", for=\"198\\.51.100.9\"") == "198.51.100.9");
}

TEST_CASE("A proxy that names no address counts as the client") {
  for (const char* unknown : {"unknown", "_hidden", "", "1.2.3", "1.2.3.4.5", "[", "[::1", "]", "\"", "for=", "x\"y"})
    CHECK(by_x("198.51.100.9, " + std::string(unknown)) == "10.0.0.1");
  CHECK(by_x("198.51.100.9, unknown, 10.2.2.2") == "10.2.2.2");
  CHECK(by_forwarded("for=198.51.100.9, for=unknown") == "10.0.0.1");
  CHECK(by_forwarded("for=198.51.100.9, by=10.0.0.1") == "10.0.0.1");
  CHECK(by_forwarded("for=198.51.100.9, for=\"1.1.1.1") == "10.0.0.1");
}

TEST_CASE("Both headers must agree if both are there, since a client can send the one that its proxy does not write") {
  CHECK(client({{"X-Forwarded-For", "198.51.100.9"}, {"Forwarded", "for=1.1.1.1"}}) == "10.0.0.1");
  CHECK(client({{"X-Forwarded-For", "1.1.1.1, 198.51.100.9"}, {"Forwarded", "for=198.51.100.9"}}) == "198.51.100.9");
}

TEST_CASE("The client is the proxy or an address in the headers, whatever the headers hold") {
  const std::string alphabet = "\"\\,;=[]: for1.2";
  std::uint32_t state = 1;
  for (int i = 0; i < 5'000; ++i) {
    std::string value;
    for (int length = 0; length < 24; ++length) {
      state = state * 1'664'525 + 1'013'904'223; // the generator of Numerical Recipes
      value += alphabet[(state >> 16U) % alphabet.size()];
    }
    for (const std::string& client : {by_x(value), by_forwarded(value), by_forwarded("for=" + value)})
      if (client != "10.0.0.1" && client.find(':') == std::string::npos) {
        INFO(value);
        CHECK(client.find_first_not_of("12.") == std::string::npos);
      }
  }
}

TEST_CASE("A proxy that is neither an address nor a range is refused by name") {
  for (const char* text : {"", "nginx", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8x", "::/129", "10/8"}) {
    const auto proxies = TrustedProxies::parse({"10.0.0.1", text});
    REQUIRE_FALSE(proxies);
    CHECK(proxies.error().code == "proxy-malformed");
    CHECK(proxies.error().where == text);
  }
  CHECK(TrustedProxies::parse({"10.1.2.3/8"})->hold(address("10.9.9.9")));
  CHECK(TrustedProxies::parse({"::ffff:10.0.0.0/104"})->hold(address("10.9.9.9")));
  CHECK_FALSE(TrustedProxies::parse({"0.0.0.0/0"})->hold(address("2001:db8::1")));
}
