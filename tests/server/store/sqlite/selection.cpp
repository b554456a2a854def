#include "server/store/selection.hpp"

#include "server/store/branch.hpp"
#include "server/store/change_feed.hpp"
#include "server/store/sqlite/sqlite_database.hpp"
#include "server/store/thread_order.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>

using namespace broadside;
using namespace broadside::server::store;
using namespace std::string_literals;

namespace {

/// A database with that many replies to one article, in four languages and in an unknown one. The few Arabic ones are
/// far apart, and the Spanish ones are at the very end.
class Filled {
public:
  explicit Filled(int replies) : database_({folder_.path() / "replies.sqlite"}), sql_(database_.writer()) {
    REQUIRE(migrate(database_, database_.migrations()));
    sql_ << "INSERT INTO articles (id) VALUES ('news')";
    sql_ << "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :replies)"
            " INSERT INTO replies (path, newest_path, id, article, place, key, name, email, website, text, created,"
            " language, branch_language)"
            " SELECT printf('%08x', i), printf('%08x', 4294967295 - i), 'id-' || i, 'news', i, 'key-' || i, 'Ada', "
            "'ada@example.com', '', 'text ' || i, "
            "'2026-03-01T14:30:00Z', '',"
            " CASE WHEN i > :replies - 5 THEN 'es' WHEN i % (:replies / 5) = 1 THEN 'ar' WHEN i % 2 = 0 THEN 'en'"
            " WHEN i % 3 = 0 THEN '' ELSE 'fr' END FROM n",
        soci::use(replies, "replies");
  }

  const Database& database() const { return database_; }
  soci::session& sql() { return sql_; }

  /// Returns how many instructions of SQLite's virtual machine the work takes.
  template <typename Work> int steps_of(Work work) {
    steps_ = 0;
    auto* connection = static_cast<soci::sqlite3_session_backend*>(sql_.get_backend())->conn_;
    sqlite_api::sqlite3_progress_handler(
        connection, 1, [](void* steps) { return ++*static_cast<int*>(steps), 0; }, &steps_);
    work();
    sqlite_api::sqlite3_progress_handler(connection, 0, nullptr, nullptr);
    return steps_;
  }

  /// Returns the answer of EXPLAIN QUERY PLAN, line by line.
  std::string plan_of(const std::string& statement) {
    std::string plan;
    const soci::rowset<soci::row> rows = sql_.prepare << "EXPLAIN QUERY PLAN " + statement;
    for (const auto& row : rows)
      plan += row.get<std::string>("detail") + "\n";
    return plan;
  }

private:
  test::TemporaryFolder folder_;
  SqliteDatabase database_;
  soci::session& sql_;
  int steps_ = 0;
};

} // namespace

TEST_CASE("Pages of replies are read from an index in its order, in any number of languages") {
  Filled filled(10);
  const auto languages = GENERATE(0, 1, 2, 40);
  const auto order = GENERATE(reply::Order::oldest, reply::Order::newest);
  const auto plan = filled.plan_of(reading_statement(order, languages, Merging::side_by_side));
  INFO(plan);
  CHECK(plan.find("SCAN") == std::string::npos);
  CHECK(plan.find("TEMP B-TREE") == std::string::npos);
  std::size_t searches = 0;
  const auto name = std::string(word_for(reply::order_words, order));
  const auto search = "SEARCH replies USING"s;
  const auto index = languages == 0 ? "INDEX replies_by_" + name + " (article=? AND " + path_column(order)
                                    : "INDEX replies_by_language_and_" + name +
                                          " (article=? AND branch_language=? AND " + path_column(order);
  for (auto at = plan.find(search); at != std::string::npos; at = plan.find(search, at + 1), ++searches)
    CHECK(plan.find(index, at) != std::string::npos);
  CHECK(searches == std::max<std::size_t>(languages, 1));
}

TEST_CASE("The pages of a branch, and the replies above one, are read from an index") {
  Filled filled(10);
  const auto index = "SEARCH replies USING INDEX replies_in_branch (article=? AND path"s;
  for (const auto& statement : {branch_statement(), reading_above_statement(1), reading_above_statement(99)}) {
    const auto plan = filled.plan_of(statement);
    INFO(plan);
    CHECK(plan.find(index) != std::string::npos);
    CHECK(plan.find("SCAN") == std::string::npos);
    CHECK(plan.find("TEMP B-TREE") == std::string::npos);
  }
}

TEST_CASE("A page costs the same among a thousand replies and among many, at any place and in any language") {
  Filled few(1'000);
  Filled many(30'000);
  const auto steps = [](Filled& filled, std::uint32_t last) {
    std::vector<int> all;
    for (const char* language : {"en", "es", "ar", "fr", "de"})
      for (const auto order : {reply::Order::oldest, reply::Order::newest}) {
        const auto sections = sections_of({"news", reply::ThreadPolicy::own_first, language, "en"});
        const auto whole = sections_of({"news", reply::ThreadPolicy::shared, language, "en"});
        const auto page = [&](const Selection& selection, std::uint32_t after) {
          const auto path = path_in(order, reply::path_step(order == reply::Order::oldest ? after : last - after));
          return filled.steps_of(
              [&] { read(filled.sql(), selection, order, path, 51, [](const reply::Reply&) { return true; }); });
        };
        for (const std::uint32_t after : {0U, last / 2, last - 60})
          for (const auto& selection : {whole[0], sections[0], sections[1]})
            all.push_back(page(selection, after));
        all.push_back(filled.steps_of([&] { count(filled.sql(), whole[0]); }));
        all.push_back(filled.steps_of([&] { count(filled.sql(), sections[0]); }));
      }
    return all;
  };
  const auto among_few = steps(few, 1'000);
  const auto among_many = steps(many, 30'000);
  const int most = *std::max_element(among_few.begin(), among_few.end());
  for (std::size_t i = 0; i < among_many.size(); ++i) {
    INFO(i << ": " << among_few[i] << ", " << among_many[i]);
    CHECK(among_many[i] <= most + most / 10);
  }
  // There are some instructions for each column and a few for each row, so that only the page's own rows are touched.
  CHECK(most < 5'000);
}

TEST_CASE("A branch and a thread with one huge branch cost the same as small ones") {
  const auto steps = [](int replies) {
    Filled filled(10);
    // All of these are below the first reply, but only ten of them stand on the thread's page.
    filled.sql()
        << "WITH RECURSIVE n (i) AS (SELECT 11 UNION ALL SELECT i + 1 FROM n WHERE i < :replies)"
           " INSERT INTO replies (path, newest_path, id, article, place, key, name, email, website, text,"
           " created, language, branch_language, parent, listed)"
           " SELECT '00000001' || printf('%08x', i), 'fffffffe' || printf('%08x', i), 'id-' || i, 'news', i,"
           " 'key-' || i, 'Ada', 'ada@example.com', '', 'text ' || i, '2026-03-01T14:30:00Z', '', 'ar', 'id-1',"
           " CASE WHEN i <= 20 THEN 2 ELSE 1 END FROM n",
        soci::use(replies, "replies");
    const auto all = [](const reply::Reply&) { return true; };
    const auto middle = "00000001" + reply::path_step(static_cast<std::uint32_t>(replies / 2));
    return std::vector{
        filled.steps_of([&] { read(filled.sql(), {"news"}, reply::Order::oldest, "", 51, all); }),
        filled.steps_of([&] { read(filled.sql(), {"news"}, reply::Order::newest, "", 51, all); }),
        filled.steps_of([&] { read_branch(filled.sql(), "news", "00000001", middle, 51, all); }),
        filled.steps_of([&] { read_above(filled.sql(), "news", middle, all); }),
        filled.steps_of([&] { filled.sql() << "DELETE FROM replies WHERE id = 'id-100'"; }),
        filled.steps_of([&] { filled.sql() << "DELETE FROM replies WHERE id = 'id-1'"; }),
    };
  };
  const auto among_few = steps(500);
  const auto among_many = steps(30'000);
  for (std::size_t i = 0; i < among_many.size(); ++i) {
    INFO(i << ": " << among_few[i] << ", " << among_many[i]);
    CHECK(among_many[i] <= among_few[i] + among_few[i] / 10);
    CHECK(among_few[i] < 5'000);
  }
}

TEST_CASE("Changes are read from two indexes in their order") {
  Filled filled(10);
  const auto plan = filled.plan_of(changes_statement(Merging::side_by_side));
  INFO(plan);
  CHECK(plan.find("SCAN") == std::string::npos);
  CHECK(plan.find("TEMP B-TREE") == std::string::npos);
  CHECK(plan.find("SEARCH replies USING INDEX replies_by_change (article=? AND change>?)") != std::string::npos);
  CHECK(plan.find("SEARCH deleted_replies USING PRIMARY KEY (article=? AND change>?)") != std::string::npos);
}

TEST_CASE("Reading changes costs the same among a thousand replies and among many, and so does making one") {
  const auto steps = [](int replies) {
    Filled filled(replies);
    // Every other reply was deleted, and the last few were deleted last.
    filled.sql() << "DELETE FROM replies WHERE place % 2 = 0";
    std::vector<int> all;
    const auto latest = latest_change(filled.sql(), "news");
    for (const ChangeNumber since : {ChangeNumber{0}, latest / 2, latest - 60, latest})
      all.push_back(filled.steps_of([&] {
        read_changes(filled.sql(), "news", since, 51,
                     [](const Change&, ChangeNumber, const std::string&) { return true; });
      }));
    for (const char* change : {"UPDATE replies SET text = 'edited' WHERE article = 'news' AND place = 501",
                               "DELETE FROM replies WHERE article = 'news' AND place = 501"})
      all.push_back(filled.steps_of([&] { filled.sql() << change; }));
    return all;
  };
  const auto among_few = steps(1'000);
  const auto among_many = steps(30'000);
  for (std::size_t i = 0; i < among_many.size(); ++i) {
    INFO(i << ": " << among_few[i] << ", " << among_many[i]);
    CHECK(among_many[i] <= among_few[i] + among_few[i] / 10);
  }
  CHECK(*std::max_element(among_few.begin(), among_few.end()) < 5'000);
}
