#include "support/problems.hpp"
#include "support/running_server.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using Json = nlohmann::json;

namespace {

constexpr auto key = "6f1d2c8e-0b7a-4a39-9d51-3f7c1c0a5b11";

} // namespace

TEST_CASE("Each page and each kept reply comes with the number of replies, whatever the page holds") {
  const RunningServer server;
  for (const std::string number : {"1", "2", "3"}) {
    const auto sent = server.ask(post_json(reply_json("aaaaaaaaaaaaaaaa" + number, number)));
    CHECK(Json::parse(sent.body)["count"] == std::stoi(number));
  }
  CHECK(Json::parse(server.ask(post_json(reply_json("aaaaaaaaaaaaaaaa1", "1"))).body)["count"] == 3);
  for (const char* query : {"", "?limit=1", "?limit=1&after=2", "?after=3"})
    CHECK(Json::parse(server.ask(get(replies_path + std::string(query))).body)["count"] == 3);

  write_site(server.folder(), "separate");
  const auto file = server.folder() / "site/north-korea/article.json";
  std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) - std::chrono::seconds(9));
  CHECK(Json::parse(server.ask(get(replies_path + "?language=es"s)).body)["count"] == 0);
  CHECK(Json::parse(server.ask(get(replies_path + "?language=en"s)).body)["count"] == 3);
}

TEST_CASE("The publisher's setting of threads applies from the next request on, and loses nothing") {
  const RunningServer server;
  for (const std::string language : {"en", "es", "en"}) {
    auto reply = Json::parse(reply_json("aaaaaaaaaaaaaaaaaa", language));
    reply["language"] = language;
    reply["key"] = "aaaaaaaaaaaaaaaa" + std::to_string(server.ask(get(replies_path)).body.size());
    REQUIRE(server.ask(post_json(reply.dump())).status == 201);
  }
  const auto texts = [&](const std::string& query) {
    const auto page = Json::parse(server.ask(get(replies_path + query)).body);
    std::string all;
    for (const auto& reply : page["replies"])
      all += reply["text"].get<std::string>() + " ";
    return all;
  };
  // Files that are written one right after the other may have the same time.
  auto republish = [&, age = 100](const std::string& threads) mutable {
    write_site(server.folder(), threads);
    const auto file = server.folder() / "site/north-korea/article.json";
    std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) - std::chrono::seconds(--age));
  };
  CHECK(texts("?language=es") == "en es en ");
  republish("separate");
  CHECK(texts("?language=es") == "es ");
  CHECK(texts("?language=en") == "en en ");
  CHECK(texts("") == "en en ");
  republish("own-first");
  CHECK(texts("?language=es") == "es en en ");
  republish("shared");
  CHECK(texts("?language=es") == "en es en ");
}

TEST_CASE("Replies come in pages, the oldest first") {
  const RunningServer server;
  for (const std::string number : {"1", "2", "3"})
    REQUIRE(server.ask(post_json(reply_json("aaaaaaaaaaaaaaaa" + number, number))).status == 201);

  const auto first = Json::parse(server.ask(get(replies_path + "?limit=2"s)).body);
  CHECK(first["replies"].size() == 2);
  CHECK(first["replies"][0]["text"] == "1");
  const auto next = first["next"].get<std::string>();
  const auto second = Json::parse(server.ask(get(replies_path + "?utm_source=mail&limit=2&after="s + next)).body);
  CHECK(second["replies"].size() == 1);
  CHECK(second["replies"][0]["text"] == "3");
  CHECK(second["next"].is_null());

  for (const char* query : {"?limit=0",
                            "?limit=101",
                            "?limit=x",
                            "?limit=",
                            "?after=-1",
                            "?after=x",
                            "?after=99999999999999999999",
                            "?after=1&limit=1x",
                            "?after=1.0",
                            "?after=1.2",
                            "?after=.1",
                            "?after=0-",
                            "?after=0-x",
                            "?after=2-00000001",
                            "?after=0-0000001",
                            "?order=",
                            "?order=best",
                            "?since=1&branch=x",
                            "?since=-1",
                            "?since=",
                            "?since=x",
                            "?since=99",
                            "?since=1&after=1"})
    check_problem(server.ask(get(replies_path + std::string(query))), 400, "malformed");
}

TEST_CASE("A client that has read a page learns what has changed since, including deletions") {
  const RunningServer server;
  for (const std::string number : {"1", "2"})
    REQUIRE(server.ask(post_json(reply_json("aaaaaaaaaaaaaaaa" + number, number))).status == 201);
  const auto page = Json::parse(server.ask(get(replies_path)).body);
  const auto asked = [&](const std::string& since) {
    return Json::parse(server.ask(get(replies_path + "?since="s + since)).body);
  };
  CHECK(asked(page["since"]) ==
        Json{{"changes", Json::array()}, {"count", 2}, {"since", page["since"]}, {"more", false}});

  soci::session other(soci::sqlite3, "db=\"" + server.options().database + "\"");
  other << "UPDATE replies SET text = 'edited' WHERE place = 1";
  other << "DELETE FROM replies WHERE place = 2";
  const auto answer =
      server.ask(get(replies_path + "?since="s + page["since"].get<std::string>(), {{"Accept", "text/html"}}));
  CHECK(answer.field("Content-Type") == "application/json");
  CHECK(answer.field("Cache-Control") == "no-cache");
  auto edited = page["replies"][0];
  edited["text"] = "edited";
  const Json gone = {{"id", page["replies"][1]["id"]}, {"place", 2}, {"gone", true}};
  const auto changes = Json::parse(answer.body);
  CHECK(changes["changes"] == Json::array({edited, gone}));
  CHECK(changes["count"] == 1);
  CHECK_FALSE(changes["more"]);
  CHECK(asked("0&limit=1")["more"]);
}

TEST_CASE("An article that takes no more replies still shows them") {
  const RunningServer server;
  check_problem(server.ask(post("/v1/articles/old-news/replies", "application/json", reply_json(key))), 403,
                "replies-closed");
  CHECK(server.ask(get("/v1/articles/old-news/replies")).status == 200);
}

TEST_CASE("The server notices articles that are published while it runs") {
  const RunningServer server;
  const auto site = server.options().site;
  std::filesystem::rename(site / "old-news", site / "gone");
  check_problem(server.ask(get("/v1/articles/old-news/replies")), 404, "unknown-article");

  std::filesystem::copy_file(site / "north-korea" / "article.json", site / "gone" / "article.json",
                             std::filesystem::copy_options::overwrite_existing);
  check_problem(server.ask(get("/v1/articles/gone/replies")), 404, "unknown-article"); // the file holds another id

  const auto file = site / "north-korea" / "article.json";
  std::filesystem::resize_file(file, 10); // as if it were being written
  CHECK(server.ask(get(replies_path)).status == 200);
  std::filesystem::remove(file);
  check_problem(server.ask(get(replies_path)), 404, "unknown-article");
}

TEST_CASE("A reply answers another one, and pages are in either order") {
  const RunningServer server;
  const auto send = [&](const std::string& text, const std::string& parent = "") {
    auto reply = Json::parse(reply_json("aaaaaaaaaaaaaaaa" + text, text));
    reply["parent"] = parent;
    const auto answer = server.ask(post_json(reply.dump()));
    REQUIRE(answer.status == 201);
    return Json::parse(answer.body)["reply"];
  };
  const auto texts = [&](const std::string& query) {
    std::string all;
    const auto page = Json::parse(server.ask(get(replies_path + query)).body);
    for (const auto& reply : page["replies"])
      all += reply["text"].get<std::string>() + " ";
    return all;
  };
  const auto a = send("a");
  const auto b = send("b");
  const auto a1 = send("a1", a["id"]);
  send("a2", a["id"]);
  const auto a11 = send("a11", a1["id"]);
  CHECK(a11["answers"] == 3);
  CHECK(a11["parent"] == Json{{"id", a1["id"]}, {"name", "Ada"}});
  CHECK(a11["position"].get<std::string>().starts_with(a1["position"].get<std::string>()));
  CHECK_FALSE(a.contains("parent"));

  CHECK(texts("") == "a a1 a11 a2 b ");
  CHECK(texts("?order=oldest") == texts(""));
  CHECK(texts("?order=newest") == "b a a1 a11 a2 ");
  CHECK(texts("?order=oldest&limit=2&after=" + a1["position"].get<std::string>()) == "a11 a2 ");
  CHECK(texts("?branch=" + a1["id"].get<std::string>()) == "a a1 a11 a2 ");
  CHECK(texts("?branch=" + b["id"].get<std::string>()) == "b ");
  for (const char* id : {"0", "00000000000000000000", "%00", "'", "../x"})
    check_problem(server.ask(get(replies_path + "?branch="s + id)), 404, "unknown-reply");

  auto late = Json::parse(reply_json(key, "late"));
  for (const char* id : {"00000000000000000000", "x", "' OR 1=1 --"}) {
    late["parent"] = id;
    check_problem(server.ask(post_json(late.dump())), 409, "parent-gone");
  }
  late["parent"] = 7;
  check_problem(server.ask(post_json(late.dump())), 400, "malformed");
}
