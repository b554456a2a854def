#include "server/http/framing.hpp"

#include "support/running_server.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;

namespace {

constexpr auto json_field = "Content-Type: application/json\r\n";

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i)
    all += text;
  return all;
}

std::string post_head(const std::string& fields, const std::string& version = "HTTP/1.1") {
  return "POST "s + replies_path + " " + version + "\r\nHost: localhost\r\n" + json_field + fields + "\r\n";
}

/// One chunk, and the last one.
std::string chunked(const std::string& body) {
  char size[16];
  std::snprintf(size, sizeof size, "%zx", body.size());
  return size + "\r\n"s + body + "\r\n0\r\n\r\n";
}

struct Case {
  const char* what;
  std::string bytes;
  int status;
};

} // namespace

TEST_CASE("Requests that can be read in two ways are refused, and end their connection") {
  const RunningServer server;
  const std::string body = reply_json("0123456789abcdef");
  const std::string length = "Content-Length: " + std::to_string(body.size()) + "\r\n";
  const Case cases[] = {
      {"Content-Length with Transfer-Encoding", post_head(length + "Transfer-Encoding: chunked\r\n") + chunked(body),
       400},
      {"Transfer-Encoding with Content-Length", post_head("Transfer-Encoding: chunked\r\n" + length) + chunked(body),
       400},
      {"two Content-Lengths", post_head(length + "Content-Length: 3\r\n") + body, 400},
      {"two equal Content-Lengths", post_head(length + length) + body, 400},
      {"a list of Content-Lengths", post_head("Content-Length: 5, 5\r\n") + body, 400},
      {"a signed Content-Length", post_head("Content-Length: +5\r\n") + body, 400},
      {"an empty Content-Length", post_head("Content-Length: \r\n") + body, 400},
      {"xchunked", post_head("Transfer-Encoding: xchunked\r\n") + chunked(body), 501},
      {"gzip, chunked", post_head("Transfer-Encoding: gzip, chunked\r\n") + chunked(body), 501},
      {"chunked twice", post_head(repeated("Transfer-Encoding: chunked\r\n", 2)) + chunked(body), 501},
      {"Transfer-Encoding in HTTP/1.0", post_head("Transfer-Encoding: chunked\r\n", "HTTP/1.0") + chunked(body), 400},
      {"a space before the colon", post_head("Content-Length : 5\r\n") + body, 400},
      {"a folded field", post_head("X: a\r\n b\r\n" + length) + body, 400},
      {"a field without a name", post_head(": a\r\n" + length) + body, 400},
      {"a field without a colon", post_head("X\r\n" + length) + body, 400},
      {"a bare line feed between lines", "GET /v1/health HTTP/1.1\nHost: localhost\r\n\r\n", 400},
      {"a bare line feed in a field", post_head("X: a\nContent-Length: 3\r\n" + length) + body, 400},
      {"a bare carriage return", post_head("X: a\rb\r\n" + length) + body, 400},
      {"a NUL in a field", post_head("X: a\0b\r\n"s + length) + body, 400},
      {"a NUL in the address", "GET /v1/hea\0lth HTTP/1.1\r\nHost: localhost\r\n\r\n"s, 400},
      {"no Host", "GET /v1/health HTTP/1.1\r\n\r\n", 400},
      {"two Hosts", "GET /v1/health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
      {"another version", "GET /v1/health HTTP/3.0\r\nHost: localhost\r\n\r\n", 400},
      {"another protocol", "SSH-2.0-OpenSSH_9.2\r\n\r\n", 400},
      {"a chunk size that overflows", post_head("Transfer-Encoding: chunked\r\n") + "10000000000000005\r\n" + body,
       400},
      {"a chunk size that is none", post_head("Transfer-Encoding: chunked\r\n") + "-5\r\n" + body, 400},
      {"a chunk that is longer than it says", post_head("Transfer-Encoding: chunked\r\n") + "5\r\nabcdefg\r\n0\r\n\r\n",
       400},
      {"10,000 fields", post_head(repeated("X: y\r\n", 10'000) + length) + body, 431},
      {"a field of 20 KB", post_head("X: " + std::string(20'000, 'y') + "\r\n" + length) + body, 431},
      {"101 short fields", post_head(repeated("X: y\r\n", 101) + length) + body, 431},
      {"an address of 20 KB", "GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414},
      {"a body that is too large", post_head("Content-Length: 1000000\r\n"), 413},
      {"chunks that are too large", post_head("Transfer-Encoding: chunked\r\n") + "FFFFFF\r\n", 413},
      {"another expectation", post_head("Expect: a-miracle\r\n" + length) + body, 417},
  };
  for (const Case& bad : cases) {
    INFO(bad.what);
    Client client(server.port());
    client.send(bad.bytes);
    const auto answer = client.receive();
    REQUIRE(answer);
    CHECK(answer->status == bad.status);
    CHECK(answer->field("Content-Type") == "application/problem+json");
    CHECK(answer->field("Connection") == "close");
    CHECK(client.is_ended_by_server());
    CHECK(server.ask(get("/v1/health")).status == 200);
  }
  CHECK(server.ask(get(replies_path)).body == R"({"replies":[],"count":0,"next":null,"since":"0"})");
}

TEST_CASE("Valid HTTP is understood") {
  const RunningServer server;
  const std::string body = reply_json("0123456789abcdef");

  SECTION("chunks") { CHECK(server.ask(post_head("Transfer-Encoding: chunked\r\n") + chunked(body)).status == 201); }
  SECTION("chunks that come byte by byte, with an extension and a trailer") {
    Client client(server.port());
    const auto middle = body.size() / 2;
    std::string first = chunked(body.substr(0, middle));
    first.resize(first.size() - "0\r\n\r\n"s.size());
    std::string second = chunked(body.substr(middle));
    second.insert(second.find('\r'), ";name=value");
    second.insert(second.size() - 2, "Content-Type: text/plain\r\n");
    for (const char byte : post_head("Transfer-Encoding: Chunked\r\n") + first + second)
      REQUIRE(client.send({&byte, 1}));
    CHECK(client.receive().value().status == 201);
    client.send(get("/v1/health"));
    CHECK(client.receive().value().status == 200);
  }
  SECTION("three requests at once") {
    Client client(server.port());
    client.send(get("/v1/health") + post(replies_path, "application/json", body) + get(replies_path));
    CHECK(client.receive().value().status == 200);
    CHECK(client.receive().value().status == 201);
    CHECK(client.receive().value().body.find("agree") != std::string::npos);
  }
  SECTION("Expect: 100-continue") {
    Client client(server.port());
    client.send(post_head("Expect: 100-continue\r\nContent-Length: " + std::to_string(body.size()) + "\r\n"));
    CHECK(client.receive().value().status == 100);
    client.send(body);
    CHECK(client.receive().value().status == 201);
  }
  SECTION("HTTP/1.0, without Host") {
    Client client(server.port());
    client.send("GET /v1/health HTTP/1.0\r\n\r\n");
    CHECK(client.receive().value().status == 200);
    CHECK(client.is_ended_by_server());
  }
  SECTION("empty lines before a request") { CHECK(server.ask("\r\n\r\n" + get("/v1/health")).status == 200); }
  SECTION("an address with scheme and host") { CHECK(server.ask(get("http://localhost/v1/health")).status == 200); }
  SECTION("Connection: close") {
    Client client(server.port());
    client.send(get("/v1/health", {{"Connection", "close"}}));
    CHECK(client.receive().value().field("Connection") == "close");
    CHECK(client.is_ended_by_server());
  }
  SECTION("HEAD has the length and no body") {
    Client client(server.port());
    client.send("HEAD /v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/v1/health"));
    const auto head = client.receive(Expecting::head_only).value();
    const auto whole = client.receive().value();
    CHECK(head.field("Content-Length") == whole.field("Content-Length"));
    CHECK(whole.body == R"({"status":"ok"})");
  }
}

TEST_CASE("The end of a head is found wherever the bytes are cut") {
  const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  const std::string bytes = head + "body";
  for (std::size_t cut = 0; cut < head.size(); ++cut) {
    CHECK(server::http::scan_head(std::string_view(bytes).substr(0, cut), 0).state ==
          server::http::HeadState::incomplete);
    CHECK(server::http::scan_head(bytes, cut).length == head.size());
  }
}
