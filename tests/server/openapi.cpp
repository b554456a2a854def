#include "server/api/paths.hpp"
#include "server/api/problem.hpp"
#include "server/api/routes.hpp"
#include "server/replies/key.hpp"
#include "server/replies/reports.hpp"
#include "server/replies/service.hpp"
#include "server/store/reply_id.hpp"

#include "core/article/article.hpp"
#include "core/reply/reply.hpp"
#include "support/moderators.hpp"
#include "support/running_server.hpp"
#include "support/source_tree.hpp"

#include "core/ascii.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <regex>
#include <set>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using Json = nlohmann::json;

namespace {

constexpr auto key = "6f1d2c8e-0b7a-4a39-9d51-3f7c1c0a5b11";
constexpr auto form_type = "application/x-www-form-urlencoded";

/// A path and a method as OpenAPI writes them, such as "get".
using Operation = std::pair<std::string, std::string>;

/// Returns the paths and methods of the server's own table.
std::set<Operation> operations_of_routes() {
  std::set<Operation> all;
  for (const auto& route : server::api::routes())
    all.emplace(route.pattern, lowered(route.method));
  return all;
}

/// docs/openapi.yaml, with as much of JSON Schema as it uses.
class Description {
public:
  Description() : root_(YAML::LoadFile((source_tree() / "docs/openapi.yaml").string())) {}

  std::set<Operation> operations() const {
    std::set<Operation> all;
    for (const auto& path : root_["paths"])
      for (const auto& member : path.second)
        if (member.first.as<std::string>() != "parameters")
          all.emplace(path.first.as<std::string>(), member.first.as<std::string>());
    return all;
  }

  YAML::Node responses(const std::string& path, const std::string& method) const {
    return root_["paths"][path][method]["responses"];
  }

  /// Returns the schema of a member of one of the components.
  YAML::Node member(const std::string& component, const std::string& name) const {
    return root_["components"]["schemas"][component]["properties"][name];
  }

  std::size_t longest(const std::string& field) const {
    return member("NewReply", field)["maxLength"].as<std::size_t>();
  }

  /// Returns the schema of a parameter, which the path or one of its methods has.
  static YAML::Node parameter(const YAML::Node& parent, const std::string& name) {
    for (const auto& parameter : parent["parameters"])
      if (parameter["name"].as<std::string>() == name)
        return parameter["schema"];
    return {};
  }

  YAML::Node path(const std::string& path) const { return root_["paths"][path]; }

  YAML::Node resolved(const YAML::Node& node) const {
    if (!node["$ref"])
      return node;
    auto reference = node["$ref"].as<std::string>().substr(2);
    YAML::Node at = YAML::Clone(root_);
    while (!reference.empty()) {
      const auto slash = std::min(reference.find('/'), reference.size());
      at.reset(at[reference.substr(0, slash)]);
      reference.erase(0, slash + 1);
    }
    return at;
  }

  void check(const Json& value, const YAML::Node& unresolved) const {
    const auto schema = resolved(unresolved);
    if (schema["oneOf"])
      return check(value, alternative(value, schema["oneOf"]));
    if (schema["type"])
      CHECK(has_type(value, schema["type"]));
    if (schema["const"])
      CHECK(value == schema["const"].as<std::string>());
    if (schema["enum"])
      CHECK(std::any_of(schema["enum"].begin(), schema["enum"].end(),
                        [&](const YAML::Node& word) { return value == word.as<std::string>(); }));
    for (const auto& name : schema["required"])
      CHECK(value.contains(name.as<std::string>()));
    if (value.is_object())
      for (const auto& [name, member] : value.items()) {
        INFO(name);
        REQUIRE(schema["properties"][name]);
        check(member, schema["properties"][name]);
      }
    if (value.is_array())
      for (const auto& item : value)
        check(item, schema["items"]);
  }

private:
  /// Returns the one of the schemas whose required members the value has.
  YAML::Node alternative(const Json& value, const YAML::Node& schemas) const {
    std::vector<YAML::Node> fitting;
    for (const auto& schema : schemas) {
      const auto required = resolved(schema)["required"];
      if (std::all_of(required.begin(), required.end(),
                      [&](const YAML::Node& name) { return value.contains(name.as<std::string>()); }))
        fitting.push_back(schema);
    }
    REQUIRE(fitting.size() == 1);
    return fitting.front();
  }

  static bool has_type(const Json& value, const YAML::Node& type) {
    if (type.IsSequence())
      return std::any_of(type.begin(), type.end(), [&](const YAML::Node& one) { return has_type(value, one); });
    const auto name = type.as<std::string>();
    return name == (value.is_number_integer() ? "integer" : value.type_name());
  }

  YAML::Node root_;
};

} // namespace

TEST_CASE("The description has the limits of replies") {
  const Description description;
  CHECK(description.longest("name") == reply::longest_name);
  CHECK(description.longest("email") == reply::longest_email);
  CHECK(description.longest("website") == reply::longest_website);
  CHECK(description.longest("text") == reply::longest_text);
}

TEST_CASE("The description has the limits of pages") {
  const Description description;
  const auto limit = Description::parameter(description.path(std::string(server::api::path::replies))["get"], "limit");
  CHECK(limit["minimum"].as<int>() == 1);
  CHECK(limit["maximum"].as<int>() == server::replies::longest_page);
  CHECK(limit["default"].as<int>() == server::replies::default_page);
}

TEST_CASE("The description has the rules of ids and keys") {
  const Description description;
  const auto id = Description::parameter(description.path(std::string(server::api::path::replies)), "id");
  const std::regex id_pattern(id["pattern"].as<std::string>());
  const std::regex key_pattern(description.member("NewReply", "key")["pattern"].as<std::string>());
  for (const std::size_t length : {0, 1, 15, 16, 64, 65, 100, 101})
    for (const char* rest : {"", "A", "_", "-", ".", "/", " ", "\n", "é"}) {
      const std::string text = std::string(length, 'a') + rest;
      INFO(text);
      CHECK(article::is_id(text) == std::regex_match(text, id_pattern));
      CHECK(server::replies::Key::parse(text).has_value() == std::regex_match(text, key_pattern));
    }
}

namespace {

std::vector<std::string> texts_of(const YAML::Node& list) { return list.as<std::vector<std::string>>(); }

template <typename Value, std::size_t n> std::vector<std::string> texts_of(const Words<Value, n>& words) {
  std::vector<std::string> texts;
  for (const auto& [word, value] : words)
    texts.emplace_back(word);
  return texts;
}

/// The types of problems as answers have them.
std::vector<std::string> problem_types() {
  using Type = server::api::ProblemType;
  std::vector<std::string> types;
  for (int type = 0; type <= static_cast<int>(Type::not_http); ++type)
    types.push_back(Json::parse(response_of(server::api::Problem{static_cast<Type>(type), "", {}}).body)["type"]);
  return types;
}

} // namespace

TEST_CASE("The description has the words of problems") {
  const Description description;
  CHECK(texts_of(description.member("Problem", "type")["enum"]) == problem_types());
  const auto problem = description.member("Problem", "problems")["items"]["properties"];
  CHECK(texts_of(problem["field"]["enum"]) == texts_of(reply::field_words));
  CHECK(texts_of(problem["code"]["enum"]) == texts_of(reply::fault_words));
}

namespace {

struct Exchange {
  std::string path, method;
  Answer answer;
};

const std::string sign_in(server::api::path::sign_in);
const std::string sign_out(server::api::path::sign_out);
const std::string moderation(server::api::path::moderation);
const std::string decide(server::api::path::decide);
const std::string undo(server::api::path::undo);
const std::string close_article(server::api::path::close_article);
const std::string report(server::api::path::report);
const Fields some_session = {{"Origin", "http://localhost"}, {"Cookie", "broadside-session=" + std::string(43, 'a')}};

/// Returns the answers to forms that decide about a reply, whose id this is.
std::vector<Exchange> exchanges_of_decisions(const RunningServer& server, const std::string& reply) {
  const std::string keys(server::api::path::moderation_keys);
  const auto ada = signed_in_as(server, "Ada");
  const auto send = [&](const std::string& path, const std::string& body) {
    return Exchange{path, "post", server.ask(post(path, form_type, "csrf=" + ada.csrf + body, ada.form_fields()))};
  };
  std::vector<Exchange> exchanges = {{keys, "get", server.ask(get(keys))},
                                     {moderation, "get", server.ask(get(moderation))},
                                     {moderation, "get", server.ask(get(moderation, ada.fields()))}};
  for (const std::string& path : {decide, undo, close_article})
    for (const auto& [type, body] : {std::pair(form_type, "csrf=%FF"), {"text/plain", ""}, {form_type, "csrf=wrong"}})
      exchanges.push_back({path, "post", server.ask(post(path, type, body, ada.form_fields()))});
  exchanges.push_back(send(close_article, "&article=north-korea&replies=open"));
  exchanges.push_back(send(close_article, "&article=none&replies=open"));
  exchanges.push_back(send(close_article, "&article=north-korea"));
  exchanges.push_back(send(decide, "&action=spam&reply=none~0"));
  exchanges.push_back(send(decide, "&action=spam"));
  const auto decided = send(decide, "&action=spam&reply=" + reply + "~0");
  const auto location = decided.answer.field("Location");
  const auto did = location.substr(location.find("did=") + 4, server::store::id_length);
  exchanges.push_back(decided);
  exchanges.push_back(send(decide, "&action=spam&reply=" + reply + "~0"));
  exchanges.push_back(send(undo, "&decision=none"));
  exchanges.push_back(send(undo, "&decision=" + did));
  exchanges.push_back(send(undo, "&decision=" + did));
  return exchanges;
}

/// Returns the answers to requests for feeds and counts.
std::vector<Exchange> exchanges_of_feeds(const RunningServer& server) {
  std::vector<Exchange> exchanges;
  for (const std::string_view pattern : {server::api::path::site_atom, server::api::path::site_json_feed,
                                         server::api::path::article_atom, server::api::path::article_json_feed}) {
    const std::string described(pattern);
    for (const char* article : {"north-korea", "none"}) {
      auto path = described;
      if (const auto at = path.find("{id}"); at != std::string::npos)
        path.replace(at, 4, article);
      auto answer = server.ask(get(path));
      const auto tag = answer.field("ETag");
      exchanges.push_back({described, "get", std::move(answer)});
      if (!tag.empty())
        exchanges.push_back({described, "get", server.ask(get(path, {{"If-None-Match", tag}}), Expecting::head_only)});
    }
  }
  const std::string counts(server::api::path::counts);
  const std::string script(server::api::path::counts_script);
  exchanges.push_back({counts, "get", server.ask(get(counts))});
  exchanges.push_back({counts, "get", server.ask(get(counts + "?article=a"))});
  exchanges.push_back({script, "get", server.ask(get(script))});
  return exchanges;
}

/// Returns the answers to reports of the reply with that id.
std::vector<Exchange> exchanges_of_reports(const RunningServer& server, const std::string& reply) {
  const auto path = replies_path + ("/" + reply) + "/report";
  const auto send = [&](const std::string& type, const std::string& body, const Fields& fields = {}) {
    return Exchange{report, "post", server.ask(post(path, type, body, fields))};
  };
  const auto spam = R"({"complaint": "spam"})";
  const auto elsewhere = replies_path + "/none/report"s;
  std::vector<Exchange> exchanges = {
      {report, "get", server.ask(get(path))},
      {report, "get", server.ask(get(elsewhere))},
      {report, "post", server.ask(post(elsewhere, "application/json", spam))},
      send("application/json", spam),
      send("application/json", "{}"),
      send(form_type, "complaint=spam"),
      send(form_type, ""),
      send("text/plain", ""),
      send("application/json", spam, {{"Origin", "https://evil.test"}}),
  };
  for (int i = 0; i <= server::replies::Reports::most_from_network; ++i)
    exchanges.push_back(send("application/json", spam, {{"X-Forwarded-For", "203.0.113.1"}}));
  return exchanges;
}

/// Returns all answers that moderators get while the database is in order.
std::vector<Exchange> exchanges_of_moderators(const RunningServer& server) {
  const std::string style(server::api::path::moderation_style);
  const auto ada = signed_in_as(server, "Eve");
  add_moderator(server, "Bob");
  const auto send = [&](const std::string& path, const std::string& type, const std::string& body) {
    return Exchange{path, "post", server.ask(post(path, type, body, ada.form_fields()))};
  };
  std::vector<Exchange> exchanges = {
      {style, "get", server.ask(get(style))},
      {sign_in, "get", server.ask(get(sign_in))},
      {sign_in, "get", server.ask(get(sign_in, ada.fields()))},
      {sign_in, "get", server.ask("BREW" + get(sign_in).substr(3))},
      {sign_in, "post", send_sign_in(server, "Bob")},
      send(sign_in, form_type, "name=%FF"),
      send(sign_in, "text/plain", ""),
      send(sign_out, form_type, "csrf=%FF"),
      send(sign_out, "text/plain", ""),
      send(sign_out, form_type, "csrf=wrong"),
      send(sign_out, form_type, "csrf=" + ada.csrf),
  };
  for (int i = 0; i < 11; ++i)
    exchanges.push_back({sign_in, "post", send_sign_in(server, "Bob", "wrong")});
  return exchanges;
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
                           exchanges_of_moderators(server), exchanges_of_decisions(server, reply_id)})
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
  for (const std::string_view pattern : {server::api::path::site_atom, server::api::path::site_json_feed,
                                         server::api::path::article_atom, server::api::path::article_json_feed}) {
    std::string path(pattern);
    if (const auto at = path.find("{id}"); at != std::string::npos)
      path.replace(at, 4, "north-korea");
    exchanges.push_back({std::string(pattern), "get", server.ask(get(path))});
  }
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
