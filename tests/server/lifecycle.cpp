#include "support/child_server.hpp"
#include "support/full_disk.hpp"
#include "support/running_server.hpp"
#include "support/small_disk.hpp"

#include <catch2/catch.hpp>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <list>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;

namespace {

constexpr auto key = "6f1d2c8e-0b7a-4a39-9d51-3f7c1c0a5b11";

std::string post_reply() { return post(replies_path, "application/json", reply_json(key)); }

} // namespace

TEST_CASE("A reply that was answered is there after the server was killed and started again") {
  const TemporaryFolder folder;
  write_site(folder.path());
  ChildServer first(folder.path());
  REQUIRE(ask(first.port(), post_reply()).value().status == 201);
  CHECK(WTERMSIG(first.end_by(SIGKILL)) == SIGKILL);

  ChildServer second(folder.path());
  CHECK(ask(second.port(), get(replies_path)).value().body.find("agree") != std::string::npos);
  CHECK(ask(second.port(), post_reply()).value().status == 200);
}

TEST_CASE("A signal ends the server properly, and idle connections with it") {
  const TemporaryFolder folder;
  write_site(folder.path());
  const int signal = GENERATE(SIGTERM, SIGINT);
  ChildServer child(folder.path());
  Client idle(child.port());
  idle.send(get("/v1/health"));
  REQUIRE(idle.receive());
  const int status = child.end_by(signal);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(idle.is_ended_by_server());
}

TEST_CASE("A request that is under way when the server is stopped gets its answer") {
  RunningServer server;
  const auto port = server.port();
  Client client(port);
  const auto request = post_reply();
  client.send(request.substr(0, request.size() - 1));
  client.send(""); // the head is complete, and the last byte of the body is missing
  REQUIRE(ask(port, get("/v1/health")));
  std::thread stopping([&] { server.stop(); });
  while (takes_connections(port))
    std::this_thread::yield();
  client.send(request.substr(request.size() - 1));
  const auto answer = client.receive();
  stopping.join();
  REQUIRE(answer);
  CHECK(answer->status == 201);
  CHECK(answer->field("Connection") == "close");
}

TEST_CASE("A stopping server does not wait for a client that sends nothing more") {
  const RunningServer server([](server::Options& options) {
    options.limits.head_time = options.limits.body_time = options.limits.rest_time = std::chrono::milliseconds(100);
  });
  for (const auto& begun : {""s, "GET /v1/hea"s, post_reply().substr(0, post_reply().size() - 1)}) {
    Client client(server.port());
    client.send(begun);
    CHECK(client.is_ended_by_server());
  }
}

TEST_CASE("Clients that wait between requests make room if all connections are taken") {
  const RunningServer server([](server::Options& options) { options.limits.connections = 2; });
  std::list<Client> idle;
  for (int i = 0; i < 5; ++i) {
    idle.emplace_back(server.port()).send(get("/v1/health"));
    CHECK(idle.back().receive().value().status == 200);
  }
}

TEST_CASE("A server that was out of descriptors accepts connections again when there are some") {
  const TemporaryFolder folder;
  write_site(folder.path());
  const ChildServer child(folder.path());
  const auto limit_descriptors = [&](rlim_t count) {
    rlimit limit{};
    prlimit(child.process(), RLIMIT_NOFILE, nullptr, &limit);
    limit.rlim_cur = count;
    REQUIRE(prlimit(child.process(), RLIMIT_NOFILE, &limit, nullptr) == 0);
  };

  limit_descriptors(3); // the three that every process has
  Client waiting(child.port());
  waiting.send(get("/v1/health"));
  REQUIRE_FALSE(waiting.receive(Expecting::body, std::chrono::milliseconds(300)));
  limit_descriptors(1024);
  CHECK(waiting.receive().value().status == 200);
}

TEST_CASE("A file that cannot be read for want of descriptors is not taken for missing") {
  const RunningServer server;
  Client client(server.port());
  client.send(get("/v1/health"));
  REQUIRE(client.receive());
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  const rlimit none{3, before.rlim_max};
  setrlimit(RLIMIT_NOFILE, &none);
  client.send(get("/broadside.css") + get(replies_path) + get("/v1/articles/none/replies"));
  const auto style_sheet = client.receive();
  const auto known = client.receive();
  const auto missing = client.receive();
  setrlimit(RLIMIT_NOFILE, &before);
  CHECK(style_sheet.value().status == 503);
  CHECK(known.value().status == 200);
  CHECK(missing.value().status == 404);
}

TEST_CASE("A disk that fills up under load loses no acknowledged reply, health reports it, and the server recovers "
          "with room") {
  const TemporaryFolder folder;
  const SmallDisk disk(folder.path() / "disk");
  if (!disk) {
    WARN("Nothing may be mounted here: skipped");
    return;
  }
  const RunningServer server(
      [&](server::Options& options) { options.database = folder.path() / "disk/replies.sqlite"; });
  const auto send = [&](int number) {
    const auto mine = "0123456789abcdef-" + std::to_string(number);
    return server.ask(post(replies_path, "application/json", reply_json(mine, std::string(9'000, 'x')))).status;
  };
  int kept = 0;
  while (kept < 100 && send(kept) == 201)
    ++kept;
  REQUIRE(kept > 0);
  REQUIRE(kept < 100);
  CHECK(send(kept) == 503);
  CHECK(server.ask(get("/v1/health")).status == 503);
  CHECK(server.ask(get("/v1/health")).body.find("the disk is full") != std::string::npos);
  const auto listed = server.ask(get(replies_path + "?limit=100"s)).body;
  CHECK(listed.find("\"place\":" + std::to_string(kept) + ",") != std::string::npos);

  REQUIRE(disk.resize("10m"));
  CHECK(server.ask(get("/v1/health")).status == 200);
  CHECK(send(kept) == 201);
}

TEST_CASE("A file that may not grow any more counts as a full disk, and the server survives") {
  const TemporaryFolder folder;
  write_site(folder.path());
  const ChildServer child(folder.path());
  const auto limit_files = [&](rlim_t bytes) {
    const rlimit limit{bytes, RLIM_INFINITY};
    REQUIRE(prlimit(child.process(), RLIMIT_FSIZE, &limit, nullptr) == 0);
  };
  limit_files(1);
  CHECK(ask(child.port(), post_reply()).value().status == 503);
  limit_files(RLIM_INFINITY);
  CHECK(ask(child.port(), post_reply()).value().status == 201);
}

TEST_CASE("A reply for which the disk has no room is answered with 503, and is kept when it is sent again and there is "
          "room") {
  const RunningServer server;
  REQUIRE(server.ask(post_reply()).status == 201);
  const auto other =
      post(replies_path, "application/json", reply_json("7a2d2c8e-0b7a-4a39-9d51-3f7c1c0a5b12", "Later."));
  {
    const FullDisk full;
    const auto answer = server.ask(other);
    CHECK(answer.status == 503);
    CHECK(answer.field("Retry-After") != "");
    const auto replies = server.ask(get(replies_path)).body;
    CHECK(replies.find("agree") != std::string::npos);
    CHECK(replies.find("Later.") == std::string::npos);
  }
  CHECK(server.ask(other).status == 201);
  CHECK(server.ask(get(replies_path)).body.find("Later.") != std::string::npos);
}

TEST_CASE("A server that cannot serve its site says why, and does not start") {
  const RunningServer server;
  const auto error_of = [&](auto change) {
    auto options = server.options();
    options.database = server.folder() / "other.sqlite";
    change(options);
    const auto opened = server::Server::open(options);
    return opened ? "none"s : opened.error().code;
  };
  CHECK(error_of([](server::Options&) {}) == "none");
  CHECK(error_of([](server::Options& options) { options.site = "/no/such/folder"; }) == "site-unreadable");
  CHECK(error_of([](server::Options& options) { options.site = options.site.parent_path(); }) == "no-site");
  CHECK(error_of([](server::Options& options) { options.database = "/no/such/file"; }) == "database-unreadable");
  CHECK(error_of([&](server::Options& options) { options.port = server.port(); }) == "address-unusable");
  CHECK(error_of([](server::Options& options) { options.trusted_proxies = {"nginx"}; }) == "proxy-malformed");
  CHECK(error_of([](server::Options& options) { options.allowed_origins = {"*"}; }) == "origin-malformed");
}

TEST_CASE("A name instead of an IP address to listen at is refused, with what to write") {
  const RunningServer server;
  auto options = server.options();
  for (const char* name : {"localhost", "nowhere", "127.0.0.1:80", ""}) {
    options.address = name;
    const auto opened = server::Server::open(options);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == "address-unusable");
    CHECK(opened.error().where == name);
    CHECK(opened.error().message.find("Write 127.0.0.1 or ::1") != std::string::npos);
  }
}
