#include "server/store/group_writer.hpp"
#include "server/store/migrations.hpp"
#include "server/store/sqlite_store.hpp"
#include "support/full_disk.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <fstream>
#include <future>
#include <thread>

using namespace broadside;
using namespace broadside::server::store;
using broadside::test::FullDisk;
using broadside::test::TemporaryFolder;
using namespace std::string_literals;
using Outcome = Added::Outcome;

namespace {

std::unique_ptr<Store> opened(const std::filesystem::path& file) {
  auto store = open_sqlite({file, std::chrono::milliseconds(50)});
  REQUIRE(store);
  return std::move(*store);
}

NewReply reply_of(const std::string& key, const std::string& article = "news") {
  return {
      article, key, {"Ada", "ada@example.com", "https://example.com/", "text of " + key}, "", "2026-03-01T14:30:00Z"};
}

void open(soci::session& sql, const std::filesystem::path& file) {
  sql.open(soci::sqlite3, "db=\"" + file.string() + "\"");
}

std::vector<std::string> texts(const Page& page) {
  std::vector<std::string> all;
  for (const auto& reply : page.replies)
    all.push_back(reply.text);
  return all;
}

} // namespace

TEST_CASE("A reply that was added is there when the file is opened again") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  opened(file)->add({reply_of("a")}).value();

  const auto page = opened(file)->page({{"news"}, 0, 10}).value();
  REQUIRE(page.replies.size() == 1);
  CHECK(page.replies[0].name == "Ada");
  CHECK(page.replies[0].website == "https://example.com/");
  CHECK(page.replies[0].text == "text of a");
  CHECK(page.replies[0].created == "2026-03-01T14:30:00Z");
  CHECK_FALSE(page.next);
}

TEST_CASE("Text is kept to the byte") {
  const TemporaryFolder folder;
  const auto store = opened(folder.path() / "replies.sqlite");
  auto reply = reply_of("a");
  reply.draft.text = "'quoted' \"text\" :name %s 👩🏽‍🔬 \xf4\x8f\xbf\xbf\n" + std::string(20'000, 'x');
  reply.draft.website = "";
  const auto added = store->add({reply}).value();
  CHECK(added[0].reply.text == reply.draft.text);
  CHECK(added[0].reply.website.empty());
}

TEST_CASE("The same key again is the same reply, but under another article it is another") {
  const TemporaryFolder folder;
  const auto store = opened(folder.path() / "replies.sqlite");
  const auto first = store->add({reply_of("a")}).value()[0];
  CHECK(first.outcome == Outcome::added);

  const auto added = store->add({reply_of("a"), reply_of("a", "other"), reply_of("a")}).value();
  CHECK(added[0].outcome == Outcome::repeated);
  CHECK(added[0].reply.id == first.reply.id);
  CHECK(added[0].reply.text == "text of a");
  CHECK(added[1].outcome == Outcome::added);
  CHECK(added[2].outcome == Outcome::repeated);
  CHECK(store->page({{"news"}, 0, 10}).value().replies.size() == 1);
}

TEST_CASE("A key belongs to what was sent under it first, and who sends anything else is told nothing of that") {
  const TemporaryFolder folder;
  const auto store = opened(folder.path() / "replies.sqlite");
  store->add({reply_of("a")}).value();
  for (std::string reply::Draft::*field :
       {&reply::Draft::name, &reply::Draft::email, &reply::Draft::website, &reply::Draft::text}) {
    auto other = reply_of("a");
    other.draft.*field += "x";
    const auto added = store->add({other}).value()[0];
    CHECK(added.outcome == Outcome::key_taken);
    CHECK((added.reply.id + added.reply.name + added.reply.text + added.reply.created).empty());
  }
  CHECK(store->count({"news"}).value() == 1);
}

TEST_CASE(
    "Without a key, the same name and words to one article within ten minutes are one reply, whoever sends them") {
  const TemporaryFolder folder;
  const auto store = opened(folder.path() / "replies.sqlite");
  const auto sent = [&](const std::string& time, auto change) {
    auto reply = reply_of("");
    reply.created = "2026-03-01T" + time + "Z";
    change(reply);
    return store->add({reply}).value()[0];
  };
  const auto unchanged = [](NewReply&) {};
  const auto first = sent("23:55:00", unchanged);
  CHECK(first.outcome == Outcome::added);
  for (const auto& again : {sent("23:55:00", unchanged), sent("23:55:01", [](NewReply& reply) {
                              reply.draft.email = "guessed@example.com";
                              reply.draft.website = "";
                              reply.language = "en";
                            })}) {
    CHECK(again.outcome == Outcome::repeated);
    CHECK(again.reply.id == first.reply.id);
    CHECK(again.reply.created == first.reply.created);
  }
  CHECK(sent("23:56:00", [](NewReply& reply) { reply.draft.name = "Bob"; }).outcome == Outcome::added);
  CHECK(sent("23:56:00", [](NewReply& reply) { reply.draft.text += "!"; }).outcome == Outcome::added);
  CHECK(sent("23:56:00", [](NewReply& reply) { reply.article = "other"; }).outcome == Outcome::added);

  auto next_day = reply_of("");
  next_day.created = "2026-03-02T00:05:00Z"; // ten minutes after the first
  CHECK(store->add({next_day}).value()[0].outcome == Outcome::repeated);
  next_day.created = "2026-03-02T00:05:01Z";
  const auto later = store->add({next_day}).value()[0];
  CHECK(later.outcome == Outcome::added);
  CHECK(later.reply.id != first.reply.id);
}

TEST_CASE("A form finds the reply that a script has sent with a key, and a key makes another one of the same words") {
  const TemporaryFolder folder;
  const auto store = opened(folder.path() / "replies.sqlite");
  auto script = reply_of("a");
  script.draft.text = "the same";
  auto form = script;
  form.key = "";
  auto other_script = script;
  other_script.key = "b";
  const auto added = store->add({script, form, other_script}).value();
  CHECK(added[1].outcome == Outcome::repeated);
  CHECK(added[1].reply.id == added[0].reply.id);
  CHECK(added[2].outcome == Outcome::added);
}

TEST_CASE("A reply without a key gets one that nobody can foresee") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto keys = [&](const char* name) {
    const auto store = opened(folder.path() / name);
    store->add({reply_of("")}).value();
    soci::session sql;
    open(sql, folder.path() / name);
    std::string key;
    sql << "SELECT key FROM replies", soci::into(key);
    CHECK(key.size() == 36);
    return key;
  };
  CHECK(keys("one.sqlite") != keys("other.sqlite"));
}

TEST_CASE("Pages follow each other without gap or overlap, while replies come in") {
  const TemporaryFolder folder;
  const auto store = opened(folder.path() / "replies.sqlite");
  for (const char* key : {"a", "b", "c", "d", "e"})
    store->add({reply_of(key), reply_of(key, "other")}).value();

  const auto first = store->page({{"news"}, 0, 2}).value();
  CHECK(texts(first) == std::vector{"text of a"s, "text of b"s});
  store->add({reply_of("f")}).value();
  const auto second = store->page({{"news"}, first.next.value(), 2}).value();
  CHECK(texts(second) == std::vector{"text of c"s, "text of d"s});
  const auto third = store->page({{"news"}, second.next.value(), 2}).value();
  CHECK(texts(third) == std::vector{"text of e"s, "text of f"s});
  CHECK_FALSE(third.next);

  const auto last = std::stoll(third.replies.back().id);
  CHECK(texts(store->page({{"news"}, store->page_that_ends_with({"news"}, last, 3).value(), 3}).value()) ==
        std::vector{"text of d"s, "text of e"s, "text of f"s});
  CHECK(store->page_that_ends_with({"news"}, last, 6).value() == 0);
}

// giscus/giscus#1321, getnikola/nikola#3215, w3c/w3c-website#192
TEST_CASE("Replies in several languages are one thread, one for each language, or the reader's first") {
  const TemporaryFolder folder;
  const auto store = opened(folder.path() / "replies.sqlite");
  for (const auto& [key, language] : {std::pair{"a", "en"}, {"b", "ar"}, {"c", ""}, {"d", "ar"}, {"e", "zh-Hans"}}) {
    auto reply = reply_of(key);
    reply.language = language;
    CHECK(store->add({reply, reply_of(key, "other")}).value()[0].reply.language == language);
  }
  // By their keys, from pages of two.
  const auto all = [&](reply::Threads threads, const std::string& language) {
    std::string keys;
    PageRequest request{{"news", threads, language, "en"}, 0, 2};
    for (;;) {
      const auto page = store->page(request).value();
      for (const std::string& text : texts(page))
        keys += text.back();
      if (!page.next)
        return keys;
      request.after = *page.next;
    }
  };
  using reply::Threads;
  for (const char* language : {"en", "ar", "fr"})
    CHECK(all(Threads::shared, language) == "abcde");
  CHECK(all(Threads::separate, "en") == "ac");
  CHECK(all(Threads::separate, "ar") == "bd");
  CHECK(all(Threads::separate, "fr").empty());
  CHECK(all(Threads::own_first, "en") == "acbde");
  CHECK(all(Threads::own_first, "ar") == "bdace");
  CHECK(all(Threads::own_first, "zh-Hans") == "eabcd");
  CHECK(all(Threads::own_first, "fr") == "abcde");

  const auto counted = [&](Threads threads, const char* language, const char* default_language) {
    return store->count({"news", threads, language, default_language}).value();
  };
  CHECK(counted(Threads::shared, "ar", "en") == 5);
  CHECK(counted(Threads::own_first, "ar", "en") == 5);
  CHECK(counted(Threads::separate, "ar", "en") == 2);
  CHECK(counted(Threads::separate, "fr", "en") == 0);
  // Replies whose language is not known follow the default, from one request to the next.
  CHECK(counted(Threads::separate, "en", "en") == 2);
  CHECK(counted(Threads::separate, "en", "ar") == 1);
  CHECK(counted(Threads::separate, "ar", "ar") == 3);

  const auto arabic = store->page({{"news", Threads::separate, "ar", "en"}, 0, 9}).value().replies;
  CHECK(arabic[0].language == "ar");
  const auto last = std::stoll(arabic[1].id);
  CHECK(store->page_that_ends_with({"news", Threads::separate, "ar", "en"}, last, 1).value() ==
        std::stoll(arabic[0].id));
  CHECK(store->page_that_ends_with({"news", Threads::own_first, "ar", "en"}, last, 2).value() == 0);
}

TEST_CASE("No e-mail address comes out of the store, and none is lost") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto store = opened(file);
  const auto added = store->add({reply_of("a")}).value()[0].reply;
  for (const auto& shown : {added, store->page({{"news"}, 0, 1}).value().replies[0]})
    CHECK((shown.id + shown.name + shown.website + shown.text + shown.created).find("ada@") == std::string::npos);

  soci::session sql;
  open(sql, file);
  std::string email;
  sql << "SELECT email FROM replies", soci::into(email);
  CHECK(email == "ada@example.com");
}

TEST_CASE("Nobody else on the machine can read the database, nor what is made beside it") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto before = umask(0);
  const auto store = opened(file);
  store->add({reply_of("a")}).value();
  auto newer = migrations();
  newer.push_back({"ALTER TABLE replies ADD COLUMN state TEXT"});
  soci::session sql;
  open(sql, file);
  REQUIRE(migrate(sql, file, newer));
  umask(before);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    INFO(entry.path().filename());
    CHECK((entry.status().permissions() & std::filesystem::perms::others_all) == std::filesystem::perms::none);
    ++files;
  }
  CHECK(files == 4); // the database, its log and the log's index, and the copy
}

TEST_CASE("The database itself holds replies to their articles, and is safe against a power cut") {
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

TEST_CASE("A database that another program has locked is busy, nothing is kept, and then it goes on") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto store = opened(file);
  soci::session other;
  open(other, file);
  other << "BEGIN IMMEDIATE";
  const auto refused = store->add({reply_of("a")});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == Failure::Kind::busy);
  CHECK(store->page({{"news"}, 0, 10}).value().replies.empty());
  CHECK(store->check());

  other << "ROLLBACK";
  CHECK(store->check());
  CHECK(store->add({reply_of("a")}).value()[0].outcome == Outcome::added);
}

TEST_CASE("A group is kept whole or not at all") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto store = opened(file);
  soci::session sql;
  open(sql, file);
  sql << "CREATE TRIGGER no_more BEFORE INSERT ON replies WHEN NEW.key = 'b' BEGIN SELECT RAISE(ABORT, 'no'); END";
  const auto refused = store->add({reply_of("a"), reply_of("b")});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == Failure::Kind::broken);
  CHECK(store->page({{"news"}, 0, 10}).value().replies.empty());
}

TEST_CASE("A database of a newer Broadside is refused and left as it is") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  opened(file);
  {
    soci::session sql;
    open(sql, file);
    sql << "UPDATE schema_version SET version = 99";
  }
  const auto store = open_sqlite({file});
  REQUIRE_FALSE(store);
  CHECK(store.error().code == "database-newer");
  CHECK(store.error().message.find("version 99") != std::string::npos);
}

TEST_CASE("A page ends by its bytes as well, and the next one goes on behind it") {
  const TemporaryFolder folder;
  const auto store = opened(folder.path() / "replies.sqlite");
  std::vector<NewReply> replies;
  for (int i = 0; i < 20; ++i) {
    replies.push_back(reply_of("key " + std::to_string(i)));
    replies.back().draft.text = std::string(40'000, static_cast<char>('a' + i));
    replies.back().language = i % 2 == 0 ? "en" : "es";
  }
  // The longest alone has more bytes than a page.
  replies[10].draft.text = std::string(page_bytes + 1, 'k');
  store->add(replies).value();

  const auto threads = GENERATE(reply::Threads::shared, reply::Threads::separate, reply::Threads::own_first);
  const Thread thread{"news", threads, "en", "en"};
  std::string seen;
  PageRequest request{thread, 0, 100};
  for (bool more = true; more;) {
    const auto page = store->page(request).value();
    REQUIRE_FALSE(page.replies.empty());
    std::size_t bytes = 0;
    for (const auto& reply : page.replies) {
      seen += reply.text.front();
      bytes += reply.name.size() + reply.website.size() + reply.text.size();
    }
    CHECK((bytes <= page_bytes || page.replies.size() == 1));
    more = page.next.has_value();
    request.after = page.next.value_or(0);
  }
  CHECK(seen == (threads == reply::Threads::shared     ? "abcdefghijklmnopqrst"
                 : threads == reply::Threads::separate ? "acegikmoqs"
                                                       : "acegikmoqsbdfhjlnprt"));

  for (const char letter : {'a', 'e', 'i', 'k', 'm', 's'}) {
    const Id id = letter - 'a' + 1;
    const auto page = store->page({thread, store->page_that_ends_with(thread, id, 50).value(), 50}).value();
    CHECK(std::any_of(page.replies.begin(), page.replies.end(),
                      [&](const auto& reply) { return reply.text.front() == letter; }));
  }
}

TEST_CASE("A database's name may hold any character") {
  const TemporaryFolder folder;
  for (const char* name :
       {"a\"b.sqlite", "\"a b\" = 'c'.sqlite", "a=b c.sqlite", ":memory:", "file:x?mode=ro", "%22 ü;#"}) {
    INFO(name);
    const auto file = folder.path() / name;
    opened(file)->add({reply_of("a")}).value();
    CHECK(std::filesystem::file_size(file) > 0);
    CHECK(opened(file)->page({{"news"}, 0, 10}).value().replies.size() == 1);
  }
}

TEST_CASE("Several first starts at once all find the tables made") {
  for (int round = 0; round < 10; ++round) {
    const TemporaryFolder folder;
    std::vector<std::future<std::string>> starts;
    for (int i = 0; i < 4; ++i)
      starts.push_back(std::async(std::launch::async, [&] {
        const auto store = open_sqlite({folder.path() / "replies.sqlite"});
        return store ? ""s : store.error().message;
      }));
    for (auto& start : starts)
      CHECK(start.get() == "");
  }
}

TEST_CASE("Where one of the database's files is removed or replaced, nothing is kept, until it is in its place again") {
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
  CHECK(store->page({{"news"}, 0, 10}).value().replies.size() == 1);

  std::filesystem::rename(aside, lost);
  CHECK(store->check());
  CHECK(store->add({reply_of("b")}).value()[0].outcome == Outcome::added);
}

TEST_CASE("A check finds a disk that is full, and one that has room again") {
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

TEST_CASE("A check finds a table that is lost, or cannot take another reply, and leaves no reply behind") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto store = opened(file);
  store->add({reply_of("a")}).value();
  CHECK(opened(file)->check());
  CHECK(opened(file)->add({reply_of("b")}).value()[0].reply.id == "2");

  const auto other = opened(file);
  soci::session sql;
  open(sql, file);
  sql << std::string(GENERATE(as<std::string>{}, "DROP TABLE replies", "DROP TABLE reply_counts",
                              "CREATE TRIGGER full BEFORE INSERT ON replies BEGIN SELECT RAISE(ABORT, 'no'); END"));
  // The one has kept a reply a moment ago, the other none yet.
  CHECK_FALSE(store->add({reply_of("c")}));
  for (const auto& each : {store.get(), other.get()}) {
    const auto checked = each->check();
    REQUIRE_FALSE(checked);
    CHECK(checked.error().kind == Failure::Kind::broken);
  }
}

TEST_CASE("A file that is no database, or cannot be made, is refused") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  std::ofstream(file) << std::string(5'000, 'x');
  CHECK(open_sqlite({file}).error().code == "database-unreadable");
  CHECK(open_sqlite({folder.path() / "no" / "folder.sqlite"}).error().code == "database-unreadable");
}

TEST_CASE("A migration is done whole, after a copy was made, or not at all") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  opened(file)->add({reply_of("a")}).value();
  auto newer = migrations();
  newer.push_back({"ALTER TABLE replies ADD COLUMN state TEXT NOT NULL DEFAULT 'shown'"});
  soci::session sql;
  open(sql, file);

  SECTION("done") {
    REQUIRE(migrate(sql, file, newer));
    std::string state;
    sql << "SELECT state FROM replies", soci::into(state);
    CHECK(state == "shown");
    const auto copy = file.string() + ".version-" + std::to_string(migrations().size());
    CHECK(opened(copy)->page({{"news"}, 0, 10}).value().replies.size() == 1);
    REQUIRE(migrate(sql, file, newer));
  }
  SECTION("not at all") {
    newer.back().push_back("INSERT INTO replies (article) VALUES (NULL)");
    const auto failed = migrate(sql, file, newer);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == "migration-failed");
    CHECK(opened(file)->page({{"news"}, 0, 10}).value().replies.size() == 1);
    CHECK_THROWS(sql << "SELECT state FROM replies");
  }
}

TEST_CASE("A database of an older version is brought up to date: counts, languages, and keys that could be guessed") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  // Made of a reply's content, as the first versions did where none was sent.
  const auto guessable = "b7a1f9d0-5c1e-5f3a-9d51-3f7c1c0a5b11"s;
  const auto chosen = "6f1d2c8e-0b7a-4a39-9d51-3f7c1c0a5b11"s;
  {
    soci::session sql;
    open(sql, file);
    const auto first = GENERATE(1, 2);
    REQUIRE(migrate(sql, file, {migrations().begin(), migrations().begin() + first}));
    sql << "INSERT INTO articles (id) VALUES ('news'), ('other')";
    for (const auto& [article, key] :
         {std::pair{"news"s, guessable}, {"news"s, chosen}, {"news"s, "another-0123456789"s}, {"other"s, guessable}}) {
      const auto text = "text of " + key;
      sql << "INSERT INTO replies (article, key, name, email, website, text, created)"
             " VALUES (:article, :key, 'Ada', 'ada@example.com', 'https://example.com/', :text, "
             "'2026-03-01T14:30:00Z')",
          soci::use(article), soci::use(key), soci::use(text);
    }
    if (first == 2)
      sql << "UPDATE replies SET language = 'es' WHERE id = 3";
  }
  const auto store = opened(file);
  CHECK(texts(store->page({{"news"}, 0, 10}).value()) ==
        std::vector{"text of " + guessable, "text of " + chosen, "text of another-0123456789"s});
  CHECK(store->count({"news"}).value() == 3);
  CHECK(store->count({"other"}).value() == 1);
  CHECK(store->count({"news", reply::Threads::separate, "en", "en"}).value() +
            store->count({"news", reply::Threads::separate, "es", "en"}).value() ==
        3);

  CHECK(store->add({reply_of(chosen)}).value()[0].outcome == Outcome::repeated);
  CHECK(store->add({reply_of(guessable)}).value()[0].outcome == Outcome::added);
}

TEST_CASE("The count is right whoever changes the replies") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  const auto store = opened(file);
  for (const char* key : {"a", "b", "c"})
    store->add({reply_of(key), reply_of("other " + std::string(key), "other")}).value();
  soci::session sql;
  open(sql, file);
  sql << "DELETE FROM replies WHERE article = 'news' AND key = 'a'";
  CHECK(store->count({"news"}).value() == 2);
  sql << "UPDATE replies SET language = 'es', article = 'other' WHERE article = 'news' AND key = 'b'";
  sql << "UPDATE replies SET text = 'x'";
  CHECK(store->count({"news"}).value() == 1);
  CHECK(store->count({"other"}).value() == 4);
  CHECK(store->count({"other", reply::Threads::separate, "es", "en"}).value() == 1);
  CHECK(store->count({"nothing"}).value() == 0);
}

namespace {

/// A store that is held back in its first add until it is let go, and notes the groups.
class HeldStore final : public Store {
public:
  Result<std::vector<Added>> add(const std::vector<NewReply>& replies) override {
    groups.push_back(replies.size());
    if (groups.size() == 1) {
      entered.set_value();
      may_go.get_future().wait();
    }
    if (failing)
      return tl::unexpected(Failure{Failure::Kind::full});
    std::vector<Added> added;
    for (const NewReply& reply : replies)
      added.push_back({Outcome::added, {reply.key, "", "", "", ""}});
    return added;
  }
  Result<Page> page(const PageRequest&) override { return Page{}; }
  Result<Id> page_that_ends_with(const Thread&, Id, int) override { return 0; }
  Result<std::int64_t> count(const Thread&) override { return 0; }
  Result<void> check() override {
    ++checks;
    return {};
  }

  std::vector<std::size_t> groups;
  std::promise<void> entered, may_go;
  int checks = 0;
  bool failing = false;
};

} // namespace

TEST_CASE("What comes while one group is written is the next group, and each is told of its own") {
  HeldStore store;
  store.failing = GENERATE(false, true);
  std::vector<std::string> told;
  {
    GroupWriter writer(store);
    const auto add = [&](const std::string& key) {
      writer.add(reply_of(key), [&told](Result<Added> added) { told.push_back(added ? added->reply.id : "failed"); });
    };
    add("a");
    store.entered.get_future().wait();
    for (const char* key : {"b", "c", "d"})
      add(key);
    store.may_go.set_value();
  }
  CHECK(store.groups == std::vector<std::size_t>{1, 3});
  CHECK(told == (store.failing ? std::vector(4, "failed"s) : std::vector{"a"s, "b"s, "c"s, "d"s}));
}

TEST_CASE("Who asks the writer whether replies can be kept is told, after what was to be written before") {
  HeldStore store;
  std::vector<std::string> told;
  {
    GroupWriter writer(store);
    writer.add(reply_of("a"), [&](const Result<Added>&) { told.push_back("added"); });
    store.entered.get_future().wait();
    for (int i = 0; i < 3; ++i)
      writer.check([&](const Result<void>& checked) { told.push_back(checked ? "good" : "bad"); });
    writer.add(reply_of("b"), [&](const Result<Added>&) { told.push_back("added"); });
    store.may_go.set_value();
  }
  CHECK(told == std::vector{"added"s, "added"s, "good"s, "good"s, "good"s});
  CHECK(store.checks == 1);
}
