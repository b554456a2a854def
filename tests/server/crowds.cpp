#include "support/child_server.hpp"
#include "support/running_server.hpp"

#include <catch2/catch.hpp>

#include <sys/resource.h>

#include <chrono>
#include <list>
#include <thread>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using namespace std::chrono_literals;

namespace {

constexpr auto long_time = 10min;
const auto long_page = get(replies_path + "?limit=100"s);

std::string key(int number) { return "0123456789abcdef-" + std::to_string(number); }

/// Fills more than a page with the longest possible replies: 40 KB each.
void fill(std::uint16_t port, int count = 8) {
  std::string text;
  for (int i = 0; i < 10'000; ++i)
    text += "😀";
  Client client(port);
  for (int i = 0; i < count; ++i) {
    client.send(post(replies_path, "application/json", reply_json(key(i), text)));
    REQUIRE(client.receive().value().status == 201);
  }
}

/// Returns whether another client is answered well before the server gives up on those that do nothing.
bool answers(std::uint16_t port, const char* source = "127.0.0.1") {
  Client client(port, {source});
  client.send(get("/v1/health"));
  const auto answer = client.receive(Expecting::body, 10s);
  return answer && answer->status == 200;
}

void wait_as_long_as_anybody_could(server::Options& options) {
  auto& limits = options.limits;
  limits.head_time = limits.body_time = limits.write_time = limits.rest_time = long_time;
}

} // namespace

TEST_CASE("A page of the longest replies has at most 256 KB of them, and the next one goes on") {
  const RunningServer server;
  fill(server.port());
  const auto first = server.ask(long_page);
  CHECK(first.body.size() < 256 * 1024 + 4'000);
  CHECK(first.body.find(R"("next":"0-00000006")") != std::string::npos);
  const auto second = server.ask(get(replies_path + "?limit=100&after=6"s));
  CHECK(second.body.find(R"("place":8,)") != std::string::npos);
  CHECK(second.body.find(R"("next":null)") != std::string::npos);
}

TEST_CASE("200 clients that read nothing of their answers cost little memory, and others are answered") {
  const TemporaryFolder folder;
  write_site(folder.path());
  const ChildServer server(folder.path());
  fill(server.port(), 60);
  [[maybe_unused]] const auto before = server.resident_bytes();
  std::list<Client> deaf;
  for (int i = 0; i < 200; ++i) {
    deaf.emplace_back(server.port(), Client::Options{"127.0.0.1", 4'096}).send(long_page + long_page + long_page);
    CHECK(answers(server.port()));
  }
  for (const auto& client : deaf)
    REQUIRE(client.has_heard());
  CHECK(answers(server.port()));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  CHECK(server.resident_bytes() - before < 100'000'000);
#endif
}

TEST_CASE("If answers that nobody takes fill the memory for them, the slowest readers are closed") {
  const RunningServer server([](server::Options& options) {
    wait_as_long_as_anybody_could(options);
    options.limits.held_bytes = 1'000'000;
  });
  fill(server.port());
  std::list<Client> deaf;
  for (int i = 0; i < 10; ++i) {
    auto& client = deaf.emplace_back(server.port(), Client::Options{"127.0.0.1", 4'096});
    client.send(long_page + long_page);
    REQUIRE(client.has_heard());
  }
  CHECK(server.ask(long_page).status == 200);
  const auto first_page_ends = [](Client& client) { return client.receive().has_value(); };
  CHECK_FALSE(first_page_ends(deaf.front()));
  CHECK(first_page_ends(deaf.back()));
}

TEST_CASE("A client may take an answer as slowly as it likes, as long as it takes some of it") {
  constexpr auto patience = 1'500ms;
  const RunningServer server([&](server::Options& options) { options.limits.write_time = patience; });
  fill(server.port());
  const auto length = server.ask(long_page).body.size();
  Client slow(server.port(), {"127.0.0.1", 4'096});
  slow.send(long_page);
  const auto start = std::chrono::steady_clock::now();
  std::size_t taken = 0;
  for (std::size_t part = 1; part > 0 && taken < length; taken += part) {
    part = slow.drop(8 * 1024);
    // A slow line takes this time: twice as long as the server would wait without progress.
    if (std::chrono::steady_clock::now() - start < 2 * patience)
      std::this_thread::sleep_for(80ms);
  }
  CHECK(taken >= length);
}

TEST_CASE("A server that stops while an answer is being taken waits for that, and not for a next request") {
  RunningServer server([](server::Options& options) {
    wait_as_long_as_anybody_could(options);
    options.limits.stop_time = long_time;
  });
  const auto port = server.port();
  fill(port);
  Client slow(port, {"127.0.0.1", 4'096});
  slow.send(long_page);
  REQUIRE(slow.has_heard());
  std::thread stopping([&] { server.stop(); });
  while (takes_connections(port))
    std::this_thread::yield();
  const auto page = slow.receive();
  const bool is_ended = slow.is_ended_by_server();
  slow.end_sending();
  stopping.join();
  CHECK(page);
  CHECK(is_ended);
}

TEST_CASE("Clients that send a byte now and then do not keep others out") {
  const RunningServer server([](server::Options& options) {
    wait_as_long_as_anybody_could(options);
    options.limits.connections = 40;
  });
  std::list<Client> slow;
  const auto request = post(replies_path, "application/json", reply_json(key(1)));
  for (std::size_t i = 0; i < 100; ++i) {
    auto& client = slow.emplace_back(server.port());
    client.send(request.substr(0, i * 4 % request.size())); // nothing, a part of the head, or a part of the body
    for (auto& other : slow)
      other.send("x");
    CHECK(answers(server.port()));
  }
}

TEST_CASE("A connection that rests makes room for one new connection, and the others stay") {
  const RunningServer server([](server::Options& options) {
    wait_as_long_as_anybody_could(options);
    options.limits.connections = 10;
  });
  std::list<Client> resting;
  for (int i = 0; i < 12; ++i) {
    resting.emplace_back(server.port()).send(get("/v1/health"));
    REQUIRE(resting.back().receive());
  }
  int ended = 0;
  for (auto& client : resting)
    if (!client.send(get("/v1/health")) || !client.receive())
      ++ended;
  CHECK(ended == 2);
}

TEST_CASE("A network that opens as many connections as it can has its share and no more") {
  const RunningServer server([](server::Options& options) {
    wait_as_long_as_anybody_could(options);
    options.limits.connections = 32;
    options.limits.loopback_is_exempt = false;
  });
  Client other(server.port(), {"127.0.1.1"});
  other.send(get("/v1/health"));
  REQUIRE(other.receive());
  std::list<Client> greedy;
  for (int i = 0; i < 60; ++i) {
    const auto source = "127.0.2." + std::to_string(i + 1);
    greedy.emplace_back(server.port(), Client::Options{source.c_str()}).send("GET /");
    CHECK(answers(server.port(), "127.0.3.1"));
  }
  other.send(get("/v1/health"));
  CHECK(other.receive());
  int open = 0;
  for (auto& client : greedy)
    open += client.has_heard(0ms) ? 0 : 1;
  CHECK(open <= 4);
}

TEST_CASE("A server that may open few files still answers many clients, and keeps replies") {
  const TemporaryFolder folder;
  write_site(folder.path());
  const ChildServer server(folder.path(), "ulimit -n 72");
  std::list<Client> resting;
  for (int i = 0; i < 200; ++i) {
    resting.emplace_back(server.port()).send(get(i % 2 == 0 ? "/broadside.css" : replies_path));
    CHECK(resting.back().receive().value().status == 200);
  }
  CHECK(ask(server.port(), post(replies_path, "application/json", reply_json(key(1)))).value().status == 201);
  CHECK(server.log().find("Could not accept") == std::string::npos);
}

TEST_CASE("A server raises the number of files that it may open to what the system allows") {
  const TemporaryFolder folder;
  write_site(folder.path());
  const ChildServer server(folder.path(), "ulimit -Sn 40");
  rlimit limit{};
  REQUIRE(prlimit(server.process(), RLIMIT_NOFILE, nullptr, &limit) == 0);
  CHECK(limit.rlim_cur == limit.rlim_max);
}

TEST_CASE("A client that has closed its sending side still gets its answer") {
  const RunningServer server;
  Client client(server.port());
  client.send(get("/v1/health") + post(replies_path, "application/json", reply_json(key(1))));
  client.end_sending();
  CHECK(client.receive().value().status == 200);
  CHECK(client.receive().value().status == 201);
  CHECK(client.is_ended_by_server());
}

TEST_CASE("Many connections that are reset in any phase leave the server as it was") {
  const RunningServer server([](server::Options& options) { options.limits.connections = 100; });
  fill(server.port());
  const auto request = post(replies_path, "application/json", reply_json(key(100)));
  for (std::size_t i = 0; i < 600; ++i) {
    Client client(server.port());
    client.send(i % 3 == 0 ? long_page : request.substr(0, i * 7 % request.size()));
    client.reset_on_close();
  }
  CHECK(answers(server.port()));
  CHECK(server.ask(long_page).status == 200);
}
