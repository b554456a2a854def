#include "support/databases.hpp"
#include "support/stores.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>

#include <array>
#include <atomic>
#include <set>
#include <string>
#include <thread>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;
using namespace std::string_literals;
using reply::ThreadPolicy;

namespace {

/// Returns the texts in the order of the changes, and for a reply that is gone "-" and its place.
std::vector<std::string> told(const Changes& changes) {
  std::vector<std::string> all;
  for (const auto& [reply, is_gone] : changes.changes)
    all.push_back(is_gone ? "-" + std::to_string(reply.place) : reply.text);
  return all;
}

Changes changes_since(Store& store, ChangeNumber since, const ThreadQuery& thread = {"news"}, int limit = 100) {
  return store.changes({thread, since, limit}).value().value();
}

} // namespace

TEST_CASE("A client that has read a page learns what was published, edited and deleted since, in that order") {
  const auto database = each_database();
  const auto store = database->store();
  store->add({reply_of("a"), reply_of("b"), reply_of("x", "other"), reply_of("c")}).value();
  const auto page = store->page({{"news"}, {}, 2}).value();
  CHECK(told(changes_since(*store, page.latest)).empty());

  soci::session sql;
  database->connect(sql);
  store->add({reply_of("d")}).value();
  sql << "UPDATE replies SET text = 'edited' WHERE article = 'news' AND key = 'a'";
  sql << "DELETE FROM replies WHERE key = 'b'";
  sql << "UPDATE replies SET text = 'edited again' WHERE article = 'news' AND key = 'a'";
  const auto changes = changes_since(*store, page.latest);
  CHECK(told(changes) == std::vector{"text of d"s, "-2"s, "edited again"s});
  CHECK(changes.changes[1].reply.id == page.replies[1].id);
  CHECK(changes.changes[2].reply.id == page.replies[0].id);
  CHECK(changes.changes[2].reply.position == page.replies[0].position);
  CHECK_FALSE(changes.has_more);
  CHECK(told(changes_since(*store, changes.latest)).empty());
  CHECK(told(changes_since(*store, 0)) == std::vector{"text of c"s, "text of d"s, "-2"s, "edited again"s});
}

TEST_CASE("A repeated reply, and changes that readers do not see, are no changes") {
  const auto database = each_database();
  const auto store = database->store();
  store->add({reply_of("a")}).value();
  const auto before = store->page({{"news"}, {}, 9}).value();
  store->add({reply_of("a")}).value();
  soci::session sql;
  database->connect(sql);
  sql << "UPDATE replies SET email = 'new@example.com'";
  CHECK(told(changes_since(*store, before.latest)).empty());
}

TEST_CASE("A reply that is shown late keeps its place, and reaches those who have read further") {
  const auto database = each_database();
  const auto store = database->store();
  const auto early = store->add({reply_of("a"), reply_of("b")}).value()[0].reply;
  soci::session sql;
  database->connect(sql);
  sql << "CREATE TABLE aside AS SELECT * FROM replies WHERE key = 'a'";
  sql << "DELETE FROM replies WHERE key = 'a'";
  store->add({reply_of("c")}).value();
  const auto page = store->page({{"news"}, {}, 9}).value();
  CHECK(texts(page) == std::vector{"text of b"s, "text of c"s});

  sql << "INSERT INTO replies SELECT * FROM aside";
  const auto late = changes_since(*store, page.latest);
  REQUIRE(told(late) == std::vector{"text of a"s});
  CHECK(late.changes[0].reply.id == early.id);
  CHECK(late.changes[0].reply.position == early.position);
  CHECK(texts(store->page({{"news"}, {}, 9}).value()) == std::vector{"text of a"s, "text of b"s, "text of c"s});
}

TEST_CASE("Changes come in parts that follow each other, limited by number and by bytes") {
  const auto database = each_database();
  const auto store = database->store();
  std::vector<NewReply> replies;
  for (int i = 0; i < 12; ++i) {
    replies.push_back(reply_of("key " + std::to_string(i)));
    replies.back().draft.text = std::string(100'000, static_cast<char>('a' + i));
  }
  store->add(replies).value();
  soci::session sql;
  database->connect(sql);
  sql << "DELETE FROM replies WHERE place <= 3";
  const int limit = GENERATE(1, 5, 100);
  std::string seen;
  ChangeNumber since = 0;
  for (bool more = true; more;) {
    const auto part = changes_since(*store, since, {"news"}, limit);
    CHECK(std::ssize(part.changes) <= limit);
    std::size_t bytes = 0;
    for (const auto& change : part.changes) {
      bytes += change.reply.text.size();
      seen += change.is_gone ? '-' : change.reply.text.front();
    }
    CHECK(bytes <= page_bytes);
    since = part.latest;
    more = part.has_more;
  }
  CHECK(seen == "defghijkl---");
}

TEST_CASE("A change states where a reply stands in the thread under one text, or that it does not stand there") {
  const auto database = each_database();
  const auto store = database->store();
  auto english = reply_of("a");
  english.language = "en";
  auto arabic = reply_of("b");
  arabic.language = "ar";
  store->add({english, arabic, reply_of("c")}).value();
  const auto seen = [&](ThreadPolicy threads, const char* language) {
    std::string all;
    for (const auto& [reply, is_gone] : changes_since(*store, 0, {"news", threads, language, "en"}).changes) {
      all += is_gone ? '-' : reply.text.back();
      all += std::to_string(reply.position.section);
      CHECK(is_gone == reply.text.empty());
      CHECK(is_gone == reply.name.empty());
    }
    return all;
  };
  CHECK(seen(ThreadPolicy::shared, "ar") == "a0b0c0");
  CHECK(seen(ThreadPolicy::separate, "ar") == "-0b0-0");
  CHECK(seen(ThreadPolicy::separate, "en") == "a0-0c0");
  CHECK(seen(ThreadPolicy::own_first, "ar") == "a1b0c1");
  CHECK(seen(ThreadPolicy::own_first, "en") == "a0b1c0");

  soci::session sql;
  database->connect(sql);
  const auto before = store->page({{"news"}, {}, 9}).value().latest;
  sql << "UPDATE replies SET language = 'en' WHERE key = 'b'";
  CHECK(told(changes_since(*store, before, {"news", ThreadPolicy::separate, "ar", "en"})) == std::vector{"-2"s});
  CHECK(told(changes_since(*store, before, {"news", ThreadPolicy::separate, "en", "en"})) == std::vector{"text of b"s});
}

TEST_CASE("A change number of the future is unknown, and an article without replies has had no changes") {
  const auto database = each_database();
  const auto store = database->store();
  CHECK(store->page({{"news"}, {}, 9}).value().latest == 0);
  CHECK(told(changes_since(*store, 0)).empty());
  CHECK_FALSE(store->changes({{"news"}, 1, 9}).value());
  store->add({reply_of("a")}).value();
  CHECK(told(changes_since(*store, 1)).empty());
  CHECK_FALSE(store->changes({{"news"}, 2, 9}).value());
}

TEST_CASE("A place is never given to another reply, even when the last one is deleted") {
  const auto database = each_database();
  const auto store = database->store();
  store->add({reply_of("a"), reply_of("b")}).value();
  soci::session sql;
  database->connect(sql);
  sql << "DELETE FROM replies";
  CHECK(store->add({reply_of("c")}).value()[0].reply.place == 3);
  CHECK(store->add({reply_of("a", "other")}).value()[0].reply.place == 1);
}

TEST_CASE("A reply's id is random and unique, and consists of letters and digits") {
  const auto database = each_database();
  const auto store = database->store();
  std::vector<NewReply> replies;
  for (int i = 0; i < 500; ++i)
    replies.push_back(reply_of("key " + std::to_string(i)));
  std::set<std::string> ids;
  std::set<char> letters;
  const auto all = store->add(replies).value();
  for (const Added& added : all) {
    ids.insert(added.reply.id);
    letters.insert(added.reply.id.begin(), added.reply.id.end());
    CHECK(added.reply.id.size() == 20);
  }
  CHECK(ids.size() == 500);
  CHECK(std::string(letters.begin(), letters.end()) == "0123456789abcdefghjkmnpqrstvwxyz");
}

TEST_CASE("A client that follows the changes misses none while two processes write") {
  const auto database = each_database();
  const std::array stores = {database->store(), database->store(), database->store()};
  constexpr int each = 40;
  std::atomic<int> writing = 2;
  std::vector<std::thread> writers;
  for (const std::size_t writer : {0U, 1U})
    writers.emplace_back([&, name = std::to_string(writer) + "-", &mine = *stores.at(writer)] {
      for (int i = 0; i < each; ++i)
        while (!mine.add({reply_of(name + std::to_string(i)), reply_of(name + std::to_string(i), "other")}))
          std::this_thread::yield(); // the other thread has the database
      --writing;
    });
  std::vector<std::int64_t> places;
  ChangeNumber since = 0;
  for (bool is_last = false; !is_last;) {
    is_last = writing == 0;
    const auto changes = changes_since(*stores[2], since);
    for (const auto& change : changes.changes)
      places.push_back(change.reply.place);
    since = changes.latest;
  }
  for (auto& writer : writers)
    writer.join();
  std::vector<std::int64_t> all;
  for (int place = 1; place <= 2 * each; ++place)
    all.push_back(place);
  CHECK(places == all);
}
