#include "server/desk.hpp"
#include "support/client.hpp"

#include <catch2/catch.hpp>

#include <thread>

using namespace broadside;
using namespace broadside::test;
using Catch::Matchers::Contains;

namespace {

/// A desk on a free port, which shows a site of one page unless it is told not to.
class RunningDesk {
public:
  RunningDesk() : desk_(server::Desk::open(0).value()), thread_([this] { desk_.run(); }) {}
  RunningDesk(const RunningDesk&) = delete;
  RunningDesk& operator=(const RunningDesk&) = delete;
  ~RunningDesk() { stop(); }

  std::string host() const { return desk_.url().substr(7, desk_.url().size() - 8); }
  std::uint16_t port() const { return static_cast<std::uint16_t>(std::stoi(host().substr(10))); }

  void show(const std::string& page, bool is_new = true) {
    server::desk::Shown shown;
    shown.read = [page](const std::string& name) {
      return name == "tale/en/index.html" ? std::optional(page) : std::nullopt;
    };
    shown.is_new = is_new;
    shown.policy = "default-src 'none'";
    desk_.show(std::move(shown));
  }

  std::string request(const std::string& path, const std::string& host) const {
    return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
  }
  Answer ask(const std::string& path) const { return test::ask(port(), request(path, host())).value(); }
  Answer ask(const std::string& path, const std::string& host) const {
    return test::ask(port(), request(path, host)).value();
  }

  void stop() {
    if (!thread_.joinable())
      return;
    desk_.stop();
    thread_.join();
  }

private:
  server::Desk desk_;
  std::thread thread_;
};

std::string member(const Answer& answer, const std::string& name) {
  const auto start = answer.body.find("\"" + name + "\": \"") + name.size() + 5;
  return answer.body.substr(start, answer.body.find('"', start) - start);
}

} // namespace

TEST_CASE("A desk serves a site with its own script in the pages, and says what to do before there is one") {
  RunningDesk desk;
  const auto before = desk.ask("/tale/en/");
  CHECK(before.status == 503);
  CHECK_THAT(before.body, Contains("has not been built yet") && Contains("/.desk/desk.js?site="));

  desk.show("<html><head></head><p>Text.");
  const auto page = desk.ask("/tale/en/");
  CHECK(page.status == 200);
  CHECK_THAT(page.body,
             Contains("desk.js?site=" + member(desk.ask("/.desk/changes"), "site") + "\"></script>\n</head>"));
  CHECK(page.field("Content-Security-Policy") == "default-src 'none'");
  CHECK_THAT(desk.ask("/.desk/desk.js").body, Contains("location.reload"));
  CHECK(desk.ask("/tale/en").field("Location") == "/tale/en/");
  CHECK(desk.ask("/../tale/none").status == 404);
}

TEST_CASE("A desk answers under the names of this machine alone") {
  RunningDesk desk;
  CHECK(desk.ask("/", "other.example").status == 421);
  CHECK(desk.ask("/", "localhost.other.example:80").status == 421);
  const auto moved = desk.ask("/a?b", "127.0.0.1:" + std::to_string(desk.port()));
  CHECK(moved.status == 307);
  CHECK(moved.field("Location") == "http://" + desk.host() + "/a?b");
}

TEST_CASE("A desk tells those who wait as soon as something changes, and when it stops") {
  RunningDesk desk;
  desk.show("One.");
  const auto first = desk.ask("/.desk/changes");
  Client waiting(desk.port());
  waiting.send(desk.request("/.desk/changes?" + member(first, "state"), desk.host()));
  CHECK_FALSE(waiting.has_heard(std::chrono::milliseconds(50)));

  desk.show("One.", false);
  const auto second = waiting.receive().value();
  CHECK(member(second, "site") == member(first, "site"));
  CHECK(member(second, "state") != member(first, "state"));
  desk.show("Two.");
  CHECK(member(desk.ask("/.desk/changes"), "site") != member(first, "site"));

  const auto last = desk.ask("/.desk/changes");
  waiting.send(desk.request("/.desk/changes?" + member(last, "state"), desk.host()));
  CHECK_FALSE(waiting.has_heard(std::chrono::milliseconds(50)));
  desk.stop();
  CHECK(waiting.receive());
}

TEST_CASE("A desk names the port that is taken") {
  RunningDesk desk;
  const auto second = server::Desk::open(desk.port());
  REQUIRE_FALSE(second);
  CHECK(second.error().code == "port-taken");
  CHECK_THAT(second.error().message, Contains("--port"));
}
