#include "server/process/log.hpp"

#include "server/store/failure.hpp"
#include "support/child_server.hpp"
#include "support/running_server.hpp"
#include "support/source_tree.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using server::log::Text;

namespace {

/// This word stands in everything that the readers of these tests send.
constexpr auto mark = "Zephyrine";

std::string reply(int number) {
  return R"({"name": "Zephyrine A.", "email": "zephyrine@zephyrine.example", "website": "https://zephyrine.example/Zephyrine",)"
         R"( "text": "Zephyrine is what I wrote.", "key": "Zephyrine-0123456)" +
         std::to_string(number) + "\"}";
}

int send_reply(const ChildServer& server, int number) {
  return ask(server.port(), post(replies_path, "application/json", reply(number))).value().status;
}

std::string lower(std::string text) {
  for (char& c : text)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// Checks that the log says what went wrong, and holds nothing that a reader sent.
void check_log(const ChildServer& server, const std::string& expected) {
  const auto log = server.log();
  INFO(log);
  CHECK(log.find(expected) != std::string::npos);
  CHECK(lower(log).find(lower(mark)) == std::string::npos);
}

std::filesystem::path database_in(const std::filesystem::path& folder) { return folder / "replies.sqlite"; }

void open(soci::session& sql, const std::filesystem::path& folder) {
  sql.open(soci::sqlite3, "db=\"" + database_in(folder).string() + "\"");
}

/// Writes bytes into the database as a bad disk would. Pages that are still in the database's log would hide them.
void damage(const std::filesystem::path& folder, long offset, const std::string& bytes) {
  std::fstream file(database_in(folder), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(offset);
  file << bytes;
}

/// A folder whose database holds some replies, and which no server has open.
class KeptReplies {
public:
  KeptReplies() {
    write_site(folder_.path());
    ChildServer server(folder_.path());
    for (int i = 0; i < 5; ++i)
      REQUIRE(send_reply(server, i) == 201);
    server.end_by(SIGTERM);
  }
  const std::filesystem::path& path() const { return folder_.path(); }

private:
  TemporaryFolder folder_;
};

/// A named pipe to which a server logs.
class LogPipe {
public:
  explicit LogPipe(const std::filesystem::path& folder) {
    const auto path = folder / "pipe";
    REQUIRE(mkfifo(path.c_str(), S_IRUSR | S_IWUSR) == 0);
    reader_ = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    REQUIRE(reader_ >= 0);
    fill_ = ::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
  }
  LogPipe(const LogPipe&) = delete;
  LogPipe& operator=(const LogPipe&) = delete;
  ~LogPipe() {
    go();
    close(fill_);
  }

  static constexpr auto redirection = "exec 2> \"$1/pipe\"";

  void fill() const {
    while (write(fill_, "x", 1) == 1) {
    }
  }
  /// Closes the reader's end.
  void go() {
    if (reader_ >= 0)
      close(reader_);
    reader_ = -1;
  }

private:
  int reader_, fill_;
};

} // namespace

TEST_CASE("No string can be logged but words of the program, and what is said to be the operator's, publisher's or "
          "database's") {
  STATIC_REQUIRE_FALSE(std::is_convertible_v<std::string, Text>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<const char*, Text>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<std::string_view, Text>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Text, std::string>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Text, std::string_view>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Text, const char*>);
  STATIC_REQUIRE(std::is_trivially_copyable_v<server::store::Failure>); // it has no room for a text
  const std::runtime_error error(mark);
  CHECK(Text(error).view() == "std::runtime_error");
  CHECK(Text::by_operator("a\nb\x1b[31m").view() == "a?b?[31m");
}

TEST_CASE("Only the log itself writes to standard error") {
  int files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source_tree() / "src/server")) {
    if (!entry.is_regular_file() || entry.path().filename() == "log.cpp")
      continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    INFO(entry.path());
    for (const char* way : {"spdlog", "std::cerr", "std::clog", "stderr", "STDERR_FILENO", "perror", "syslog"})
      CHECK((entry.path().filename() == "process.cpp" || text.str().find(way) == std::string::npos));
    ++files;
  }
  CHECK(files > 40);
}

TEST_CASE("Nothing of a malformed request is logged") {
  const TemporaryFolder folder;
  write_site(folder.path());
  const ChildServer server(folder.path());
  const std::string bad[] = {
      "Zephyrine /Zephyrine?Zephyrine=1 HTTP/1.1\r\nHost: Zephyrine\r\nZephyrine: Zephyrine\r\n\r\n",
      "GET /Zephyrine%zz HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /v1/articles/Zephyrine/replies?language=Zephyrine&after=Zephyrine HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /v1/articles/north-korea/replies?after=Zephyrine HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET / HTTP/1.1\r\nZephyrine\r\n\r\n",
      "GET / Zephyrine\r\n\r\n",
      "GET /\0Zephyrine\r\n\r\n"s,
      post(replies_path, "Zephyrine/json", "Zephyrine"),
      post(replies_path, "application/json", "{\"Zephyrine"),
      post(replies_path, "application/json", R"({"name": ["Zephyrine"]})"),
      post(replies_path, "application/json", R"({"name": "Zephyrine", "text": "Zephyrine", "email": "Zephyrine"})"),
      post(replies_path, "application/x-www-form-urlencoded", "Zephyrine=%ff"),
      "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZephyrine\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(20'000, 'Z') + "Zephyrine",
      "GET /" + std::string(20'000, 'Z') + "Zephyrine",
  };
  for (const auto& request : bad) {
    const auto answer = ask(server.port(), request);
    REQUIRE(answer);
    CHECK(answer->status >= 400);
  }
  check_log(server, "Taking replies");
}

TEST_CASE("Nothing that a reader wrote is logged, whatever is wrong with the database") {
  const KeptReplies folder;
  const auto every_request = [](const ChildServer& server) {
    send_reply(server, 0); // this reply is kept already
    send_reply(server, 7);
    ask(server.port(), post(replies_path, "application/x-www-form-urlencoded",
                            "name=Zephyrine&email=z%40zephyrine.example&text=Zephyrine"));
    ask(server.port(), get(replies_path + "?Zephyrine"s));
    ask(server.port(), get(replies_path, {{"Accept", "text/html"}}));
    ask(server.port(), get("/v1/health?Zephyrine"));
  };

  SECTION("a damaged page") {
    const std::string table = GENERATE("replies", "articles", "replies_by_oldest", "sqlite_autoindex_replies_1");
    int page = 0;
    {
      soci::session sql;
      open(sql, folder.path());
      sql << "SELECT rootpage FROM sqlite_master WHERE name = :table", soci::into(page), soci::use(table);
    }
    REQUIRE(page > 0);
    damage(folder.path(), (page - 1) * 4096L, std::string(4096, 'Z'));
    const ChildServer server(folder.path());
    every_request(server);
    check_log(server, table == "replies_by_oldest" ? "could not be read" : "Replies cannot be kept");
  }
  SECTION("a constraint") {
    {
      soci::session sql;
      open(sql, folder.path());
      sql << "CREATE TRIGGER no_more BEFORE INSERT ON replies BEGIN SELECT RAISE(ABORT, 'no'); END";
    }
    const ChildServer server(folder.path());
    every_request(server);
    check_log(server,
              "Replies cannot be kept: the database cannot be used (SQLite's result code 1811: constraint failed)");
  }
  SECTION("a lock") {
    const ChildServer server(folder.path());
    soci::session sql;
    open(sql, folder.path());
    sql << "BEGIN IMMEDIATE";
    every_request(server);
    check_log(server, "Replies cannot be kept: another program has locked the database");
  }
  SECTION("a full disk") {
    const ChildServer server(folder.path());
    rlimit limit{0, RLIM_INFINITY};
    const auto log_size = server.log().size(); // the limit applies to the log too
    limit.rlim_cur = log_size + 500;
    REQUIRE(prlimit(server.process(), RLIMIT_FSIZE, &limit, nullptr) == 0);
    every_request(server);
    check_log(server, "Replies cannot be kept: the disk is full");
  }
  SECTION("a file that was removed or replaced") {
    const ChildServer server(folder.path());
    std::filesystem::rename(database_in(folder.path()), folder.path() / "aside");
    if (GENERATE(false, true))
      std::filesystem::copy_file(folder.path() / "aside", database_in(folder.path()));
    every_request(server);
    check_log(server, "was removed or replaced");
  }
  SECTION("a file that cannot be written") {
    const ChildServer server(folder.path());
    soci::session sql;
    open(sql, folder.path());
    sql << "PRAGMA wal_checkpoint(TRUNCATE)";
    damage(folder.path(), 18, "\3"); // this version of the format may be read but not written
    every_request(server);
    check_log(server, "Replies cannot be kept: the database's file cannot be written");
  }
}

TEST_CASE("A fault that lasts is logged once, and its end once") {
  const KeptReplies folder;
  const ChildServer server(folder.path());
  const auto aside = folder.path() / "aside";
  std::filesystem::rename(database_in(folder.path()), aside);
  for (int i = 10; i < 20; ++i) {
    CHECK(send_reply(server, i) == 503);
    CHECK(ask(server.port(), get("/v1/health")).value().status == 503);
  }
  std::filesystem::rename(aside, database_in(folder.path()));
  CHECK(ask(server.port(), get("/v1/health")).value().status == 200);
  CHECK(send_reply(server, 10) == 201);
  const auto log = server.log();
  const auto first = log.find("cannot be kept");
  REQUIRE(first != std::string::npos);
  CHECK(log.find("cannot be kept", first + 1) == std::string::npos);
  CHECK(log.find("Replies can be kept again") != std::string::npos);
}

// estk/log4rs#31, viamrobotics/rdk#5122, mangband/mangband#552
TEST_CASE("A server survives the end of its log's reader, and a reader that reads no more") {
  const TemporaryFolder folder;
  write_site(folder.path());
  LogPipe pipe(folder.path());
  const bool is_gone = GENERATE(false, true);
  if (!is_gone)
    pipe.fill();
  ChildServer server(folder.path(), LogPipe::redirection);
  if (is_gone)
    pipe.go();
  CHECK(send_reply(server, 1) == 201);
  std::filesystem::rename(database_in(folder.path()), folder.path() / "aside"); // this is logged
  CHECK(send_reply(server, 2) == 503);
  CHECK(ask(server.port(), get(replies_path)).value().status == 200);
  const int status = server.end_by(SIGTERM);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("A server that is started without standard error gives its descriptor to no other file") {
  const TemporaryFolder folder;
  write_site(folder.path());
  const ChildServer server(folder.path(), "exec 2>&- 0>&-");
  for (const char* number : {"0", "2"})
    CHECK(std::filesystem::read_symlink("/proc/" + std::to_string(server.process()) + "/fd/" + number) == "/dev/null");
  CHECK(send_reply(server, 1) == 201);
}
