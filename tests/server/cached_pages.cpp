#include "server/api/page_cache.hpp"

#include "support/running_server.hpp"
#include "support/stores.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <soci/soci.h>

#include <memory>
#include <string>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using server::api::CachedPage;
using server::api::PageCache;

namespace {

Answer send(const RunningServer& server, const std::string& key) {
  return server.ask(post(replies_path, "application/json", reply_json(key + "-0123456789abcdef", key)));
}

/// Asks for a page that the client has with that tag already.
Answer ask_again(const RunningServer& server, const std::string& tag, const std::string& query = "") {
  return server.ask(get(replies_path + query, {{"If-None-Match", tag}}), Expecting::head_only);
}

std::shared_ptr<const CachedPage> page_of(std::size_t bytes) {
  return std::make_shared<CachedPage>(CachedPage{"1", std::string(bytes, 'x')});
}

} // namespace

TEST_CASE("A page is not sent again to a client that has it, until a reply changes") {
  const RunningServer server;
  send(server, "first");
  const auto first = server.ask(get(replies_path));
  const auto tag = first.field("ETag");
  CHECK(tag.starts_with('"'));
  const auto unchanged = ask_again(server, tag);
  CHECK(unchanged.status == 304);
  CHECK(unchanged.field("ETag") == tag);
  CHECK(unchanged.field("Cache-Control") == "no-cache");
  CHECK(unchanged.field("Vary").find("Accept") != std::string::npos);
  CHECK(unchanged.field("Content-Length").empty());
  // A proxy that compresses names the tag as a weak one, and a client may name several.
  CHECK(ask_again(server, "\"other\", W/" + tag).status == 304);
  CHECK(ask_again(server, "\"other\"").status == 200);
  CHECK(server.ask(get(replies_path)).body == first.body);

  send(server, "second");
  const auto changed = ask_again(server, tag);
  CHECK(changed.status == 200);
  CHECK(changed.field("ETag") != tag);
  CHECK(server.ask(get(replies_path)).body.find("second") != std::string::npos);
}

TEST_CASE("A page that was sent before is not sent after another program has changed the database") {
  const RunningServer server;
  send(server, "first");
  server.ask(get(replies_path));
  soci::session sql;
  open(sql, server.options().database);
  sql << "UPDATE replies SET text = 'edited in a shell'";
  CHECK(server.ask(get(replies_path)).body.find("edited in a shell") != std::string::npos);
}

TEST_CASE("Each page of an article is one of its own") {
  const RunningServer server;
  for (const char* key : {"first", "second", "third"})
    send(server, key);
  const auto body = [&](const std::string& query) { return server.ask(get(replies_path + query)).body; };
  const auto all = body("");
  const auto one = body("?limit=1");
  CHECK(one != all);
  CHECK(body("?limit=1&order=newest") != one);
  const auto next = nlohmann::json::parse(one)["next"].get<std::string>();
  CHECK(body("?limit=1&after=" + next).find("second") != std::string::npos);
  CHECK(body("?limit=1") == one);
  CHECK(body("?after=none").find("unknown") == std::string::npos);
}

TEST_CASE("A tag from before the server's start is not taken for one of now") {
  RunningServer server;
  send(server, "first");
  const auto tag = server.ask(get(replies_path)).field("ETag");
  server.stop();
  server.start();
  CHECK(ask_again(server, tag).status == 200);
}

TEST_CASE("The cache keeps the pages that were used last, within its limit") {
  PageCache cache;
  constexpr auto quarter = PageCache::most_bytes / 4;
  for (const char* key : {"a", "b", "c"})
    cache.keep(key, page_of(quarter));
  CHECK(cache.find("a") != nullptr);
  cache.keep("d", page_of(quarter));
  CHECK(cache.find("a") != nullptr);
  CHECK(cache.find("b") == nullptr);
  CHECK(cache.find("c") != nullptr);
  CHECK(cache.find("d") != nullptr);
  // A newer version takes the place of the older one.
  cache.keep("d", page_of(1));
  cache.keep("e", page_of(quarter));
  CHECK(cache.find("a") != nullptr);
  CHECK(cache.find("d")->body == "x");
  // One that is larger than the cache is not kept, and is no harm.
  cache.keep("f", page_of(PageCache::most_bytes + 1));
  CHECK(cache.find("f") == nullptr);
}
