#include "server/store/sqlite/backup.hpp"

#include "support/running_server.hpp"
#include "support/small_disk.hpp"
#include "support/stores.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <fstream>
#include <thread>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;
using namespace std::string_literals;

namespace {

std::vector<std::string> files_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

} // namespace

TEST_CASE(
    "A copy that is made while replies are written holds all that were acknowledged before, and opens as a database") {
  const TemporaryFolder folder;
  const auto database = folder.path() / "replies.sqlite";
  const auto copy = folder.path() / "copy of 'today'.sqlite";
  const auto store = opened(database);
  store->add({reply_of("first")}).value();
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (int i = 0; !done; ++i)
      store->add({reply_of("more-" + std::to_string(i))}).value();
  });
  const auto replies = back_up_sqlite(database, copy);
  done = true;
  writer.join();
  REQUIRE(replies.has_value());
  CHECK(*replies >= 1);
  const auto restored = opened(copy);
  CHECK(restored->count({"news"}).value() == *replies);
  CHECK(texts(restored->page({{"news"}, {}, 1}).value()) == std::vector<std::string>{"text of first"});
  CHECK((static_cast<unsigned>(std::filesystem::status(copy).permissions()) & 0137U) == 0);
  // The server's own files are whole.
  CHECK(store->add({reply_of("last")}).has_value());
}

TEST_CASE("A copy replaces nothing, and is made of nothing but a database") {
  const TemporaryFolder folder;
  const auto database = folder.path() / "replies.sqlite";
  const auto copy = folder.path() / "copy.sqlite";
  CHECK(back_up_sqlite(database, copy).error().code == "database-missing");
  CHECK(files_in(folder.path()).empty());
  opened(database)->add({reply_of("first")}).value();
  std::ofstream(copy) << "precious";
  CHECK(back_up_sqlite(database, copy).error().code == "copy-exists");
  CHECK(std::filesystem::file_size(copy) == 8);
  CHECK(back_up_sqlite(copy, folder.path() / "other.sqlite").error().code == "copy-failed");
  CHECK(back_up_sqlite(database, folder.path() / "none" / "copy.sqlite").error().code == "copy-failed");
  for (const auto& name : files_in(folder.path()))
    CHECK(name.find(".part") == std::string::npos);
}
