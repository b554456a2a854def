#include "openapi/description.hpp"
#include "openapi/exchanges.hpp"

#include "core/ascii.hpp"
#include "server/api/routes.hpp"
#include "server/spam/rate.hpp"
#include "support/moderators.hpp"

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using Json = nlohmann::json;

namespace {

constexpr auto key = "6f1d2c8e-0b7a-4a39-9d51-3f7c1c0a5b11";
const Fields some_session = {{"Origin", "http://localhost"}, {"Cookie", "broadside-session=" + std::string(43, 'a')}};

/// Returns the paths and methods of the server's own table.
std::set<Operation> operations_of_routes() {
  std::set<Operation> all;
  for (const auto& route : server::api::routes())
    all.emplace(route.pattern, lowered(route.method));
  return all;
}

} // namespace

TEST_CASE(
    "The server answers as docs/openapi.yaml says, and the file describes no answer that the server does not give") {
  RunningServer server([](server::Options& options) {
    options.database_busy_timeout = std::chrono::milliseconds(50);
    options.allowed_origins = {"https://news.example"};
    options.trusted_proxies = {"127.0.0.1"};
    options.policy.hold_rate = 1;
  });
  const std::string health(server::api::path::health);
  const std::string replies(server::api::path::replies);
  const std::string reply(server::api::path::reply);
  const std::string style(server::api::path::style_sheet);
  const auto send = [&](const std::string& type, const std::string& body, const Fields& fields = {}) {
    return Exchange{replies, "post", server.ask(post(replies_path, type, body, fields))};
  };
  const auto read = [&](const std::string& path, const std::string& described, const Fields& fields = {}) {
    return Exchange{described, "get", server.ask(get(path, fields))};
  };

  std::vector<Exchange> exchanges = {
      read(health, health),
      {health, "get", server.ask(post(health, "text/plain", ""))},
      read(style, style),
      send("application/json", reply_json(key)),
      send("application/json", reply_json(key)),
      send("application/json", R"({"name": "Ada", "email": "a@b.example", "text": "no website"})"),
      send(form_type, "name=Ada&email=a%40b.example&text=x"),
      send("application/json", "{"),
      send("application/json", "{}"),
      send(form_type, ""),
      send("application/json", reply_json(key, "Other words.")),
      send("application/json", reply_json(key), {{"Origin", "https://evil.test"}}),
      send("application/json", std::string(200'000, 'x')),
      send("text/plain", ""),
      {replies, "post", server.ask(post("/v1/articles/none/replies", "application/json", "{}"))},
      read(replies_path, replies),
      read(replies_path + "?limit=1"s, replies),
      read(replies_path, replies, {{"Accept", "text/html"}}),
      read(replies_path + "?limit=0"s, replies),
      read(replies_path + "?since=0"s, replies),
      read("/v1/articles/none/replies", replies),
  };
  const auto tag = read(replies_path, replies).answer.field("ETag");
  exchanges.push_back({replies, "get", server.ask(get(replies_path, {{"If-None-Match", tag}}), Expecting::head_only)});
  for (int i = 0; i <= server::spam::Rate::flood; ++i)
    exchanges.push_back(send("application/json", reply_json(key, "Spam."), {{"X-Forwarded-For", "203.0.113.1"}}));
  const auto own =
      Json::parse(server.ask(post(replies_path, "application/json", reply_json("owned-0123456789", "My own."))).body);
  const auto own_path = replies_path + "/"s + own["reply"]["id"].get<std::string>();
  const Fields proof = {{"Authorization", "Bearer " + own["token"].get<std::string>()}};
  const auto change = [&](const std::string& method, const std::string& body, const Fields& fields,
                          const std::string& type = "application/json", const std::string& path = {}) {
    const auto request = post(path.empty() ? own_path : path, type, body, fields);
    return Exchange{reply, lowered(method), server.ask(method + request.substr(4))};
  };
  exchanges.push_back(change("PATCH", R"({"text": "Edited."})", proof));
  exchanges.push_back(change("PATCH", R"({"text": ""})", proof));
  exchanges.push_back(change("PATCH", "{", proof));
  exchanges.push_back(change("PATCH", "text=x", proof, form_type));
  exchanges.push_back(change("PATCH", R"({"text": "Mine."})", {}));
  exchanges.push_back(change("PATCH", R"({"text": "x"})", proof, "application/json", "/v1/articles/none/replies/x"));
  exchanges.push_back(change("DELETE", "", {}));
  exchanges.push_back(change("DELETE", "", proof, "application/json", "/v1/articles/none/replies/x"));
  exchanges.push_back(change("DELETE", "", proof));
  const auto reply_id = Json::parse(server.ask(get(replies_path)).body)["replies"][0]["id"].get<std::string>();
  for (const auto& more : {exchanges_of_feeds(server), exchanges_of_reports(server, reply_id),
                           exchanges_of_sessions(server), exchanges_of_decisions(server, reply_id)})
    exchanges.insert(exchanges.end(), more.begin(), more.end());
  std::filesystem::remove(server.options().site / "broadside.css");
  exchanges.push_back(read(style, style));
  std::filesystem::create_symlink("broadside.css", server.options().site / "broadside.css"); // a link to nothing
  exchanges.push_back(read(style, style));
  server.stop();
  auto damaged = server.options().database;
  server.start();
  std::filesystem::resize_file(damaged, 100);
  std::filesystem::remove(damaged + "-wal");
  exchanges.push_back(read(health, health));
  exchanges.push_back(read(replies_path, replies));
  exchanges.push_back(send("application/json", reply_json("another-0123456789")));
  exchanges.push_back(change("PATCH", R"({"text": "x"})", proof));
  exchanges.push_back(change("DELETE", "", proof));
  exchanges.push_back({sign_in, "post", send_sign_in(server, "Bob")});
  for (const std::string_view pattern : feed_patterns)
    exchanges.push_back({std::string(pattern), "get", server.ask(get(path_for(pattern, "north-korea")))});
  const std::string counts(server::api::path::counts);
  exchanges.push_back({counts, "get", server.ask(get(counts + "?article=north-korea"))});
  const auto damaged_report = replies_path + ("/" + reply_id) + "/report";
  exchanges.push_back({report, "get", server.ask(get(damaged_report))});
  exchanges.push_back(
      {report, "post", server.ask(post(damaged_report, "application/json", R"({"complaint": "spam"})"))});
  for (const std::string& path : {sign_out, decide, undo, close_article})
    exchanges.push_back({path, "post", server.ask(post(path, form_type, "csrf=a", some_session))});
  exchanges.push_back({moderation, "get", server.ask(get(moderation, some_session))});

  const Description description;
  CHECK(description.operations() == operations_of_routes());
  std::set<std::string> seen;
  for (const auto& [path, method, answer] : exchanges) {
    const auto status = std::to_string(answer.status);
    INFO(method << " " << path << " " << status << " " << answer.body);
    const auto response = description.responses(path, method)[status];
    REQUIRE(response);
    seen.insert(path + method + status);
    const auto resolved = description.resolved(response);
    for (const auto& header : resolved["headers"])
      CHECK_FALSE(answer.field(header.first.as<std::string>()).empty());
    const auto type = answer.field("Content-Type");
    if (type.empty())
      continue;
    const auto content = resolved["content"][type.substr(0, type.find(';'))];
    REQUIRE(content);
    if (content["schema"])
      description.check(Json::parse(answer.body), content["schema"]);
  }
  for (const auto& [path, method] : operations_of_routes())
    for (const auto& response : description.responses(path, method)) {
      INFO(path << " " << method << " " << response.first.as<std::string>());
      CHECK(seen.contains(path + method + response.first.as<std::string>()));
    }
}
