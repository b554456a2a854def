#include "support/databases.hpp"
#include "support/stores.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>

#include <map>
#include <string>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;
using namespace std::string_literals;
using reply::Order;
using Outcome = Added::Outcome;

namespace {

/// A store to which replies are added that answer each other. Each is named by its key.
class Threads {
public:
  explicit Threads(const TestDatabase& database) : store(database.store()) { database.connect(sql); }

  Added add(const std::string& key, const std::string& parent = "", const std::string& language = "") {
    auto reply = reply_of(key);
    reply.language = language;
    reply.parent = parent.empty() ? "" : ids.at(parent);
    auto added = store->add({reply}).value()[0];
    ids[key] = added.reply.id;
    return added;
  }

  /// Returns the keys of the replies on all pages, each indented by its depth.
  std::string seen(const ThreadQuery& thread = {"news"}, int limit = 3) {
    std::string all;
    for (PageRequest request{thread, {}, limit};;) {
      const auto page = store->page(request).value();
      all += lines(page);
      if (!page.next)
        return all;
      request.after = *page.next;
    }
  }

  std::string branch(const std::string& key, int limit = 100, const std::optional<reply::Position>& after = {}) {
    const auto page = store->branch({{"news"}, ids.at(key), after, limit}).value();
    return page ? lines(*page) + (page->next ? "…" : "") : "none";
  }

  static std::string lines(const Page& page) {
    std::string all;
    for (const auto& reply : page.replies)
      all += std::string(reply::depth_of(reply.position.path) - 1, '.') +
             (reply.state == reply::State::deleted ? "-" : reply.text.substr(8)) + " ";
    return all;
  }

  std::unique_ptr<Store> store;
  soci::session sql;
  std::map<std::string, std::string> ids;
};

} // namespace

TEST_CASE("Replies to replies follow them, the oldest first, and branches are in either order") {
  const auto database = each_database();
  Threads threads(*database);
  for (const char* key : {"a", "b", "c"})
    threads.add(key);
  threads.add("a1", "a");
  threads.add("b1", "b");
  threads.add("a2", "a");
  threads.add("a11", "a1");
  CHECK(threads.seen() == "a .a1 ..a11 .a2 b .b1 c ");
  CHECK(threads.seen({"news", {}, {}, {}, Order::newest}) == "c b .b1 a .a1 ..a11 .a2 ");

  const auto page = threads.store->page({{"news"}, {}, 9}).value().replies;
  CHECK(page[0].answers == 3);
  CHECK(page[2].answers == 3);
  CHECK(page[0].parent.id.empty());
  CHECK(page[2].parent.id == threads.ids["a1"]);
  CHECK(page[2].parent.name == "Ada");
  CHECK(threads.store->count({"news"}).value() == 7);
}

TEST_CASE("A thread shows the first answers of each branch, and the branch shows all, page by page") {
  const auto database = each_database();
  Threads threads(*database);
  threads.add("a");
  threads.add("b");
  std::string shown = "a ";
  std::string all = "a ";
  for (int i = 10; i < 10 + shown_answers + 5; ++i) {
    const auto key = "a" + std::to_string(i);
    threads.add(key, "a");
    all += "." + key + " ";
    if (i < 10 + shown_answers)
      shown += "." + key + " ";
  }
  CHECK(threads.seen() == shown + "b ");
  CHECK(threads.seen({"news", {}, {}, {}, Order::newest}) == "b " + shown);
  CHECK(threads.store->page({{"news"}, {}, 1}).value().replies[0].answers == shown_answers + 5);
  CHECK(threads.branch("a") == all);

  std::string paged;
  BranchRequest request{{"news", {}, {}, {}, Order::newest}, threads.ids["a"], std::nullopt, 4};
  for (;;) {
    const auto page = threads.store->branch(request).value().value();
    paged += Threads::lines(page);
    request.after = page.next;
    if (!page.next)
      break;
  }
  CHECK(paged == all);
}

TEST_CASE("A branch opens at any of its replies, with those above it") {
  const auto database = each_database();
  Threads threads(*database);
  threads.add("a");
  threads.add("a1", "a");
  threads.add("a2", "a");
  threads.add("a21", "a2");
  threads.add("a22", "a2");
  threads.add("a221", "a22");
  threads.add("b");
  CHECK(threads.branch("a22") == "a .a2 ..a22 ...a221 ");
  CHECK(threads.branch("a2", 2) == "a .a2 ..a21 …");
  CHECK(threads.branch("a", 2) == "a .a1 …");
  CHECK(threads.branch("b") == "b ");
  threads.ids["no"] = "00000000000000000000";
  CHECK(threads.branch("no") == "none");
  CHECK_FALSE(threads.store->branch({{"other"}, threads.ids["a"], std::nullopt, 9}).value());
}

TEST_CASE("Replies stand at most a hundred deep, and keep the reply that they answer") {
  const auto database = each_database();
  Threads threads(*database);
  threads.add("0");
  for (int i = 1; i <= 110; ++i) {
    const auto added = threads.add(std::to_string(i), std::to_string(i - 1));
    CHECK(reply::depth_of(added.reply.position.path) == std::min<std::size_t>(i + 1, reply::deepest));
    CHECK(added.reply.parent.id == threads.ids[std::to_string(i - 1)]);
  }
  const auto page = threads.store->branch({{"news"}, threads.ids["110"], std::nullopt, 9}).value().value();
  CHECK(page.replies.size() == reply::deepest);
  CHECK(page.replies.back().parent.id == threads.ids["109"]);
}

TEST_CASE("A deleted reply that others answer leaves its place and nothing else") {
  const auto database = each_database();
  Threads threads(*database);
  threads.add("a");
  threads.add("a1", "a");
  threads.add("a11", "a1");
  threads.add("a2", "a");
  const auto before = threads.store->page({{"news"}, {}, 9}).value().latest;
  threads.sql << "DELETE FROM replies WHERE key IN ('a1', 'a2')";
  CHECK(threads.seen() == "a .- ..a11 ");
  CHECK(threads.branch("a11") == "a .- ..a11 ");
  CHECK(threads.store->count({"news"}).value() == 2);
  const auto page = threads.store->page({{"news"}, {}, 9}).value().replies;
  CHECK((page[1].name + page[1].website + page[1].text).empty());
  CHECK(page[1].id == threads.ids["a1"]);
  CHECK(page[2].parent.name.empty());
  CHECK(page[0].answers == 2);

  const auto changes = threads.store->changes({{"news"}, before, 9}).value().value().changes;
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].reply.state == reply::State::deleted);
  CHECK_FALSE(changes[0].is_gone);
  CHECK(changes[1].is_gone);
}

TEST_CASE("A reply is answered only where readers see it") {
  const auto database = each_database();
  Threads threads(*database);
  threads.add("a");
  threads.add("a1", "a");
  threads.add("b");
  threads.sql << "DELETE FROM replies WHERE key IN ('a', 'b')";
  for (const char* gone : {"a", "b"})
    CHECK(threads.add("late", gone).outcome == Outcome::parent_gone);
  auto elsewhere = reply_of("elsewhere", "other");
  elsewhere.parent = threads.ids["a1"];
  CHECK(threads.store->add({elsewhere}).value()[0].outcome == Outcome::parent_gone);
  CHECK(threads.store->count({"other"}).value() == 0);
  CHECK(threads.add("a11", "a1").outcome == Outcome::added);
}

TEST_CASE("The same words to two replies are two replies, and the same key for another parent is taken") {
  const auto database = each_database();
  Threads threads(*database);
  threads.add("a");
  threads.add("b");
  threads.add("c", "a");
  CHECK(threads.add("c", "a").outcome == Outcome::repeated);
  CHECK(threads.add("c", "b").outcome == Outcome::key_taken);
  auto thanks = reply_of("");
  thanks.parent = threads.ids["a"];
  CHECK(threads.store->add({thanks}).value()[0].outcome == Outcome::added);
  CHECK(threads.store->add({thanks}).value()[0].outcome == Outcome::repeated);
  thanks.parent = threads.ids["b"];
  CHECK(threads.store->add({thanks}).value()[0].outcome == Outcome::added);
}

TEST_CASE("A branch stays together under the text of its first reply, whatever its languages are") {
  const auto database = each_database();
  Threads threads(*database);
  threads.add("a", "", "en");
  threads.add("b", "", "ar");
  CHECK(threads.add("a1", "a", "ar").branch_language == "en");
  using reply::ThreadPolicy;
  CHECK(threads.seen({"news", ThreadPolicy::separate, "en", "en"}) == "a .a1 ");
  CHECK(threads.seen({"news", ThreadPolicy::separate, "ar", "en"}) == "b ");
  CHECK(threads.seen({"news", ThreadPolicy::own_first, "ar", "en"}) == "b a .a1 ");
  CHECK(threads.store->count({"news", ThreadPolicy::separate, "en", "en"}).value() == 2);
  CHECK_FALSE(threads.store->branch({{"news", ThreadPolicy::separate, "ar", "en"}, threads.ids["a1"], {}, 9}).value());

  threads.sql << "UPDATE replies SET language = 'ar' WHERE key = 'a'";
  CHECK(threads.seen({"news", ThreadPolicy::separate, "ar", "en"}) == "a .a1 b ");
  CHECK(threads.store->count({"news", ThreadPolicy::separate, "en", "en"}).value() == 0);
}
