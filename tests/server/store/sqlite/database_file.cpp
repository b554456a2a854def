#include "server/store/sqlite/sqlite_database.hpp"
#include "server/store/sqlite/sqlite_migrations.hpp"
#include "support/full_disk.hpp"
#include "support/stores.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <soci/soci.h>

#include <fstream>
#include <string>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;
using Outcome = Added::Outcome;

TEST_CASE("The database itself ties replies to their articles, and survives a power cut") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  opened(file)->add({reply_of("a")}).value();

  soci::session sql;
  open(sql, file);
  std::string mode;
  sql << "PRAGMA journal_mode", soci::into(mode);
  CHECK(mode == "wal");
  sql << "PRAGMA foreign_keys = ON";
  CHECK_THROWS(sql << "DELETE FROM articles");
}

TEST_CASE("No other user of the machine can read the database or the files beside it") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto before = umask(0);
  const auto store = opened(file);
  store->add({reply_of("a")}).value();
  auto newer = sqlite_migrations();
  newer.push_back({"ALTER TABLE replies ADD COLUMN later TEXT"});
  SqliteDatabase database({file});
  REQUIRE(migrate(database, newer));
  umask(before);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    INFO(entry.path().filename());
    CHECK((entry.status().permissions() & std::filesystem::perms::others_all) == std::filesystem::perms::none);
    ++files;
  }
  CHECK(files == 4); // the database, its log, the log's index, and the copy
}

TEST_CASE("A database that another program has locked is busy and keeps nothing, and works again afterwards") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto store = opened(file);
  soci::session other;
  open(other, file);
  other << "BEGIN IMMEDIATE";
  const auto refused = store->add({reply_of("a")});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == Failure::Kind::busy);
  CHECK(store->page({{"news"}, {}, 10}).value().replies.empty());
  CHECK(store->check());

  other << "ROLLBACK";
  CHECK(store->check());
  CHECK(store->add({reply_of("a")}).value()[0].outcome == Outcome::added);
}

TEST_CASE("A database's name may hold any character") {
  const TemporaryFolder folder;
  for (const char* name :
       {"a\"b.sqlite", "\"a b\" = 'c'.sqlite", "a=b c.sqlite", ":memory:", "file:x?mode=ro", "%22 ü;#"}) {
    INFO(name);
    const auto file = folder.path() / name;
    opened(file)->add({reply_of("a")}).value();
    CHECK(std::filesystem::file_size(file) > 0);
    CHECK(opened(file)->page({{"news"}, {}, 10}).value().replies.size() == 1);
  }
}

TEST_CASE("If one of the database's files is removed or replaced, nothing is kept until it is back") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto store = opened(file);
  store->add({reply_of("a")}).value();
  auto lost = file;
  lost += GENERATE("", "-wal", "-shm");
  auto aside = folder.path() / "aside";
  std::filesystem::rename(lost, aside);

  const auto is_detached = [&] {
    const auto added = store->add({reply_of("b")});
    const auto checked = store->check();
    return !added && added.error().kind == Failure::Kind::detached && !checked &&
           checked.error().kind == Failure::Kind::detached;
  };
  CHECK(is_detached());
  std::filesystem::copy_file(aside, lost);
  CHECK(is_detached());
  CHECK(store->page({{"news"}, {}, 10}).value().replies.size() == 1);

  std::filesystem::rename(aside, lost);
  CHECK(store->check());
  CHECK(store->add({reply_of("b")}).value()[0].outcome == Outcome::added);
}

TEST_CASE("A check notices a full disk, and one that has room again") {
  const TemporaryFolder folder;
  const auto store = opened(folder.path() / "replies.sqlite");
  {
    const FullDisk full;
    const auto checked = store->check();
    REQUIRE_FALSE(checked);
    INFO(sentence_of(checked.error()));
    CHECK(checked.error().kind == Failure::Kind::full);
  }
  CHECK(store->check());
}

TEST_CASE("A check notices a table that is lost or cannot take another reply, and leaves no reply behind") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto store = opened(file);
  store->add({reply_of("a")}).value();
  CHECK(opened(file)->check());
  CHECK(opened(file)->add({reply_of("b")}).value()[0].reply.place == 2);

  const auto other = opened(file);
  soci::session sql;
  open(sql, file);
  sql << std::string(GENERATE(as<std::string>{}, "DROP TABLE replies", "DROP TABLE reply_counts",
                              "CREATE TRIGGER full BEFORE INSERT ON replies BEGIN SELECT RAISE(ABORT, 'no'); END"));
  // One of the stores has kept a reply a moment ago, and the other has kept none yet.
  CHECK_FALSE(store->add({reply_of("c")}));
  for (const auto& each : {store.get(), other.get()}) {
    const auto checked = each->check();
    REQUIRE_FALSE(checked);
    CHECK(checked.error().kind == Failure::Kind::broken);
  }
}

TEST_CASE("A file that is not a database, or cannot be made, is refused") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  std::ofstream(file) << std::string(5'000, 'x');
  CHECK(open_sqlite({file}).error().code == "database-unreadable");
  CHECK(open_sqlite({folder.path() / "no" / "folder.sqlite"}).error().code == "database-unreadable");
}
