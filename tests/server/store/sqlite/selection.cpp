#include "server/store/selection.hpp"

#include "server/store/sqlite/sqlite_database.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>

using namespace broadside;
using namespace broadside::server::store;
using namespace std::string_literals;

namespace {

/// A database with as many replies to one article, in four languages and of none that is known. The few Arabic ones
/// stand far apart, and the Spanish ones at the very end.
class Filled {
public:
  explicit Filled(int replies) : database_({folder_.path() / "replies.sqlite"}), sql_(database_.writer()) {
    REQUIRE(migrate(database_, database_.migrations()));
    sql_ << "INSERT INTO articles (id) VALUES ('news')";
    sql_ << "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :replies)"
            " INSERT INTO replies (article, key, name, email, website, text, created, language)"
            " SELECT 'news', 'key-' || i, 'Ada', 'ada@example.com', '', 'text ' || i, '2026-03-01T14:30:00Z',"
            " CASE WHEN i > :replies - 5 THEN 'es' WHEN i % (:replies / 5) = 1 THEN 'ar' WHEN i % 2 = 0 THEN 'en'"
            " WHEN i % 3 = 0 THEN '' ELSE 'fr' END FROM n",
        soci::use(replies, "replies");
  }

  const Database& database() const { return database_; }
  soci::session& sql() { return sql_; }

  /// How many instructions of SQLite's virtual machine the work takes.
  template <typename Work> int steps_of(Work work) {
    steps_ = 0;
    auto* connection = static_cast<soci::sqlite3_session_backend*>(sql_.get_backend())->conn_;
    sqlite_api::sqlite3_progress_handler(
        connection, 1, [](void* steps) { return ++*static_cast<int*>(steps), 0; }, &steps_);
    work();
    sqlite_api::sqlite3_progress_handler(connection, 0, nullptr, nullptr);
    return steps_;
  }

  /// What EXPLAIN QUERY PLAN says, a line each.
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
  for (const auto& statement : {reading_statement(languages), reading_back_statement(filled.database(), languages)}) {
    const auto plan = filled.plan_of(statement);
    INFO(plan);
    CHECK(plan.find("SCAN") == std::string::npos);
    CHECK(plan.find("TEMP B-TREE") == std::string::npos);
    std::size_t searches = 0;
    const auto search = "SEARCH replies USING"s;
    const auto index = languages == 0 ? "INDEX replies_of_article (article=? AND id"s
                                      : "INDEX replies_of_article_by_language (article=? AND language=? AND id"s;
    for (auto at = plan.find(search); at != std::string::npos; at = plan.find(search, at + 1), ++searches)
      CHECK(plan.find(index, at) != std::string::npos);
    CHECK(searches == std::max<std::size_t>(languages, 1));
  }
}

TEST_CASE("A page costs the same among a thousand replies and among many, wherever it is and in any language") {
  Filled few(1'000);
  Filled many(30'000);
  const auto steps = [](Filled& filled, Id last) {
    std::vector<int> all;
    for (const char* language : {"en", "es", "ar", "fr", "de"}) {
      const Thread thread{"news", reply::Threads::own_first, language, "en"};
      const auto ahead = [&](const Selection& selection, Id after) {
        read(filled.sql(), selection, after, 51, [](const reply::Reply&, std::size_t) { return true; });
      };
      const auto back = [&](const Selection& selection, Id from) {
        read_back(filled.database(), filled.sql(), selection, from, 51, [](Id, std::size_t) { return true; });
      };
      for (const Id after : {Id{0}, last / 2, last - 60}) {
        all.push_back(filled.steps_of([&] { ahead(all_of(thread), after); }));
        all.push_back(filled.steps_of([&] { ahead(own_of(thread), after); }));
        all.push_back(filled.steps_of([&] { ahead(others_of(filled.sql(), thread), after); }));
        all.push_back(filled.steps_of([&] { back(own_of(thread), last - after); }));
        all.push_back(filled.steps_of([&] { back(all_of(thread), last - after); }));
      }
      all.push_back(filled.steps_of([&] { count(filled.sql(), all_of(thread)); }));
      all.push_back(filled.steps_of([&] { count(filled.sql(), own_of(thread)); }));
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
  // One instruction for each column and a few for each row: no more rows than the page holds are touched.
  CHECK(most < 3'000);
}
