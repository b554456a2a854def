#include "server/store/change_feed.hpp"
#include "server/store/opening.hpp"
#include "server/store/selection.hpp"
#include "support/postgresql.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>

using namespace broadside;
using namespace broadside::server::store;
using namespace broadside::test;
using namespace std::string_literals;

namespace {

/// Puts that many replies to one article into the database, in three languages.
void fill(soci::session& sql, int replies) {
  sql << "INSERT INTO articles (id) VALUES ('news')";
  sql << "SET session_replication_role = replica"; // without the triggers
  sql << "INSERT INTO replies (path, newest_path, id, article, place, change, key, name, email, website, text, created,"
         " language, branch_language)"
         " SELECT lpad(to_hex(i), 8, '0'), lpad(to_hex(4294967295 - i), 8, '0'), 'id-' || i, 'news', i, i,"
         " 'key-' || i, 'Ada', 'ada@example.com', '', 'text', '2026-03-01T14:30:00Z', '',"
         " CASE i % 3 WHEN 0 THEN 'en' WHEN 1 THEN 'ar' ELSE '' END FROM generate_series(1, :replies) AS i",
      soci::use(replies, "replies");
  sql << "SET session_replication_role = origin";
  sql << "ANALYZE";
}

/// Returns how the database would read the statement, line by line, with these values for its parameters.
std::string plan_of(soci::session& sql, std::string statement) {
  for (const auto& [name, value] : {std::pair{":article"s, "'news'"s},
                                    {":start"s, "'00001000'"s},
                                    {":since"s, "9000"s},
                                    {":rows"s, "51"s},
                                    {":language0"s, "'en'"s},
                                    {":language1"s, "'ar'"s}})
    for (auto at = statement.find(name); at != std::string::npos; at = statement.find(name))
      statement.replace(at, name.size(), value);
  std::string plan;
  const soci::rowset<std::string> lines = sql.prepare << "EXPLAIN " + statement;
  for (const auto& line : lines)
    plan += line + "\n";
  return plan;
}

} // namespace

TEST_CASE("PostgreSQL reads pages and changes from an index, and none further than is needed") {
  const OwnPostgresql database;
  REQUIRE(server::store::open(Location{database.address()}));
  soci::session sql;
  database.connect(sql);
  fill(sql, 20'000);
  const auto reads_by = [&](const std::string& statement, const std::string& index) {
    const auto plan = plan_of(sql, statement);
    INFO(plan);
    CHECK(plan.find("Seq Scan on replies") == std::string::npos);
    CHECK(plan.find("Bitmap") == std::string::npos);
    CHECK(plan.find("Index Scan using " + index) != std::string::npos);
  };
  const auto each_limited = Merging::each_limited;
  reads_by(reading_statement(reply::Order::oldest, 0, each_limited), "replies_by_oldest");
  reads_by(reading_statement(reply::Order::newest, 0, each_limited), "replies_by_newest");
  reads_by(reading_statement(reply::Order::oldest, 2, each_limited), "replies_by_language_and_oldest");
  reads_by(reading_statement(reply::Order::newest, 2, each_limited), "replies_by_language_and_newest");
  reads_by(changes_statement(each_limited), "replies_by_change");
}
