#include "support/child_server.hpp"
#include "support/databases.hpp"
#include "support/postgresql.hpp"
#include "support/running_server.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <atomic>
#include <csignal>
#include <fstream>
#include <map>
#include <mutex>
#include <thread>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;

namespace {

// A sanitizer makes starting slow, and each test has a time limit.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int rounds = 3;
#else
constexpr int rounds = 20;
#endif

/// A folder with a site, whose servers use the database.
class SiteOn {
public:
  explicit SiteOn(const std::string& database) {
    write_site(folder_.path());
    std::ofstream(folder_.path() / database_file) << database << "\n";
  }
  const std::filesystem::path& folder() const { return folder_.path(); }

private:
  TemporaryFolder folder_;
};

/// The texts of the replies that some server has acknowledged. Writers use it together.
class Acknowledged {
public:
  void note(const std::string& text) {
    const std::lock_guard lock(mutex_);
    texts_.push_back(text);
    ++count_;
  }
  int count() const { return count_; }
  const std::vector<std::string>& texts() const { return texts_; }

private:
  std::vector<std::string> texts_;
  std::mutex mutex_;
  std::atomic<int> count_ = 0;
};

std::string request_for(const std::string& key) { return post(replies_path, "application/json", reply_json(key, key)); }

/// Sends replies until the server is gone. Returns the key of the one that got no answer.
std::string send_until_gone(std::uint16_t port, const std::string& writer, Acknowledged& acknowledged) {
  Client client(port);
  for (int number = 0;; ++number) {
    const auto key = writer + "-" + std::to_string(number);
    client.send(request_for(key));
    const auto answer = client.receive();
    if (!answer)
      return key;
    if (answer->status == 201)
      acknowledged.note(key);
  }
}

/// Returns how often each text is kept.
std::map<std::string, int> kept_at(std::uint16_t port) {
  std::map<std::string, int> kept;
  for (std::string query = "?limit=100"; !query.empty();) {
    const auto page = nlohmann::json::parse(ask(port, get(replies_path + query)).value().body);
    for (const auto& reply : page.at("replies"))
      ++kept[reply.at("text").get<std::string>()];
    query = page.at("next").is_null() ? "" : "?limit=100&after=" + page.at("next").get<std::string>();
  }
  return kept;
}

void check_all_once(const Acknowledged& acknowledged, const std::map<std::string, int>& kept) {
  for (const auto& text : acknowledged.texts()) {
    INFO(text);
    const auto found = kept.find(text);
    CHECK((found != kept.end() && found->second == 1));
  }
  for (const auto& [text, times] : kept) {
    INFO(text);
    CHECK(times == 1);
  }
}

} // namespace

TEST_CASE("Every acknowledged reply is there, once, after the server was killed under load twenty times over") {
  const auto database = each_database();
  const SiteOn site(database->name());
  Acknowledged acknowledged;
  for (int round = 0; round < rounds; ++round) {
    ChildServer child(site.folder());
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer)
      writers.emplace_back([&, name = "writer-0123456789-" + std::to_string(round) + "-" + std::to_string(writer)] {
        send_until_gone(child.port(), name, acknowledged);
      });
    const auto enough = acknowledged.count() + 20;
    while (acknowledged.count() < enough)
      std::this_thread::yield();
    child.end_by(SIGKILL);
    for (auto& writer : writers)
      writer.join();
  }
  const ChildServer child(site.folder());
  check_all_once(acknowledged, kept_at(child.port()));
}

TEST_CASE("If one of two servers on a database is killed under load, the other takes what was not acknowledged") {
  const OwnPostgresql database;
  const SiteOn site(database.address());
  Acknowledged acknowledged;
  ChildServer lost(site.folder());
  ChildServer other(site.folder());
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 4; ++writer)
    writers.emplace_back([&, writer, name = "writer-0123456789-" + std::to_string(writer)] {
      if (writer % 2 != 0) {
        send_until_gone(other.port(), name, acknowledged);
        return;
      }
      const auto key = send_until_gone(lost.port(), name, acknowledged);
      const auto again = ask(other.port(), request_for(key));
      if (again && (again->status == 201 || again->status == 200))
        acknowledged.note(key);
    });
  while (acknowledged.count() < 200)
    std::this_thread::yield();
  lost.end_by(SIGKILL);
  writers[0].join();
  writers[2].join();
  CHECK(ask(other.port(), get("/v1/health")).value().status == 200);
  other.end_by(SIGTERM);
  writers[1].join();
  writers[3].join();
  const ChildServer child(site.folder());
  check_all_once(acknowledged, kept_at(child.port()));
}

TEST_CASE("A page that a server has cached shows what another server on the database has kept meanwhile") {
  const OwnPostgresql database;
  const SiteOn site(database.address());
  const ChildServer one(site.folder());
  const ChildServer other(site.folder());
  for (const auto& key : {"first-0123456789"s, "second-0123456789"s}) {
    REQUIRE(ask(one.port(), request_for(key)).value().status == 201);
    CHECK(kept_at(other.port()).count(key) == 1);
    // A reply that is sent again to another server is the same reply.
    CHECK(ask(other.port(), request_for(key)).value().status == 200);
  }
}
