#include "support/postgresql.hpp"
#include "support/running_server.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;

TEST_CASE(
    "While PostgreSQL is gone, known pages are shown and writes are refused, and nothing is lost when it is back") {
  const OwnCluster cluster;
  const RunningServer server(
      [&](server::Options& options) { options.database = address_in(cluster.folder(), "postgres"); });
  const auto other = "?limit=7"s;
  REQUIRE(server.ask(post_json(reply_json("first-0123456789", "First."))).status == 201);
  REQUIRE(server.ask(get(replies_path)).body.find("First.") != std::string::npos);

  cluster.kill();
  const auto refused = server.ask(post_json(reply_json("second-0123456789", "Second.")));
  CHECK(refused.status == 503);
  CHECK(refused.field("Retry-After") != "");
  const auto known = server.ask(get(replies_path));
  CHECK(known.status == 200);
  CHECK(known.body.find("First.") != std::string::npos);
  CHECK(server.ask(get(replies_path + other)).status == 503);
  CHECK(server.ask(get("/v1/health")).status == 503);

  cluster.resume();
  CHECK(server.ask(post_json(reply_json("second-0123456789", "Second."))).status == 201);
  CHECK(server.ask(post_json(reply_json("first-0123456789", "First."))).status == 200);
  const auto all = server.ask(get(replies_path + other)).body;
  CHECK(all.find("First.") != std::string::npos);
  CHECK(all.find("Second.") != std::string::npos);
  CHECK(server.ask(get("/v1/health")).status == 200);
}
