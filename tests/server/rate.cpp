#include "support/running_server.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using Json = nlohmann::json;

namespace {

/// Sends a reply through a trusted proxy, from that address.
Answer send_from(const RunningServer& server, const std::string& address, int number) {
  const auto key = "0123456789abcdef-" + std::to_string(number);
  return server.ask(post(replies_path, "application/json", reply_json(key, key), {{"X-Forwarded-For", address}}));
}

} // namespace

TEST_CASE("Replies that rush in from one network wait, and a flood is refused and loses nothing that was taken") {
  const RunningServer server([](server::Options& options) {
    options.trusted_proxies = {"127.0.0.1"};
    options.policy.hold_rate = 2;
  });
  const auto state = [](const Answer& answer) { return Json::parse(answer.body)["reply"].value("state", "published"); };
  CHECK(state(send_from(server, "203.0.113.1", 1)) == "published");
  CHECK(state(send_from(server, "203.0.113.2", 2)) == "published");
  for (int i = 3; i <= 20; ++i)
    CHECK(state(send_from(server, "203.0.113.3", i)) == "waiting");
  const auto refused = send_from(server, "203.0.113.4", 21);
  CHECK(refused.status == 429);
  CHECK(refused.field("Retry-After") == "300");
  CHECK(Json::parse(refused.body)["type"] == "urn:broadside:too-many");
  CHECK(state(send_from(server, "198.51.100.1", 22)) == "published");
  CHECK(Json::parse(server.ask(get(replies_path)).body)["count"] == 3);
}

TEST_CASE("A server that cannot read its list of words does not start, and says where the fault is") {
  const TemporaryFolder folder;
  write_site(folder.path());
  auto options = options_in(folder.path());
  options.hold_words = folder.path() / "words.txt";
  CHECK(server::Server::open(options).error().message == "This file cannot be read.");
  std::ofstream(options.hold_words) << "casino\ncaf\xE9\n";
  const auto error = server::Server::open(options).error();
  CHECK(error.code == "words-unreadable");
  CHECK(error.where == options.hold_words.string() + ":2");
}

TEST_CASE("A reply with a listed word waits") {
  const RunningServer server([](server::Options& options) {
    options.hold_words = options.site / "words.txt";
    std::ofstream(options.hold_words) << "\xEF\xBB\xBF"
                                      << "casino\r\n";
  });
  const auto answer = server.ask(post(replies_path, "application/json", reply_json("0123456789abcdef", "CASINO!")));
  CHECK(Json::parse(answer.body)["reply"]["state"] == "waiting");
}
