#include "server/api/routes.hpp"
#include "server/api/paths.hpp"

#include "support/running_server.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <array>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
namespace api = broadside::server::api;

namespace {

using Handler = decltype(api::Route::handler);

template <int number> boost::asio::awaitable<server::http::Response> handler(api::Services&, const api::Call&) {
  co_return server::http::Response{number, {}, {}};
}

constexpr std::array table = {
    api::Route{"GET", "/notes", handler<1>},        api::Route{"POST", "/notes", handler<2>},
    api::Route{"GET", "/notes/latest", handler<3>}, api::Route{"GET", "/notes/{note}", handler<4>},
    api::Route{"PUT", "/notes/{note}", handler<5>}, api::Route{"DELETE", "/notes/{note}/by/{name}", handler<6>},
};

Handler found(const std::vector<std::string>& path, std::string_view method) {
  const auto match = api::match(table, path, method);
  return match.route == nullptr ? nullptr : match.route->handler;
}

std::string allow(const std::vector<std::string>& path) { return api::match(table, path, "OPTIONS").allow; }

std::string request(const std::string& method, std::string target, const std::string& reply) {
  for (const auto& [parameter, value] :
       {std::pair<std::string, std::string>{"{id}", "north-korea"}, {"{reply}", reply}})
    if (const auto at = target.find(parameter); at != std::string::npos)
      target.replace(at, parameter.size(), value);
  return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

} // namespace

TEST_CASE("A route is found by its method and its path") {
  CHECK(found({"notes"}, "GET") == Handler(handler<1>));
  CHECK(found({"notes"}, "POST") == Handler(handler<2>));
  CHECK(found({"notes", "7"}, "PUT") == Handler(handler<5>));
  for (const auto& path : std::vector<std::vector<std::string>>{
           {}, {""}, {"Notes"}, {"notes", "7", "by"}, {"", "notes"}, {"notes", "7", "by", "ada", ""}})
    CHECK(found(path, "GET") == nullptr);
}

TEST_CASE("The first of two routes that have a path answers") {
  CHECK(found({"notes", "latest"}, "GET") == Handler(handler<3>));
  CHECK(found({"notes", "latest"}, "PUT") == Handler(handler<5>));
}

TEST_CASE("A parameter stands for any one segment") {
  const auto match = api::match(table, {"notes", "a/b", "by", ""}, "DELETE");
  REQUIRE(match.route != nullptr);
  CHECK(match.parameters["note"] == "a/b");
  CHECK(match.parameters.has("name"));
  CHECK(match.parameters["name"].empty());
  CHECK_FALSE(match.parameters.has("other"));
}

TEST_CASE("The allowed methods of a path are those of its routes, with HEAD beside GET") {
  CHECK(found({"notes"}, "HEAD") == Handler(handler<1>));
  CHECK(found({"notes", "7", "by", "ada"}, "HEAD") == nullptr);
  CHECK(allow({"notes"}) == "GET, HEAD, POST, OPTIONS");
  CHECK(allow({"notes", "7"}) == "GET, HEAD, PUT, OPTIONS");
  CHECK(allow({"notes", "7", "by", "ada"}) == "DELETE, OPTIONS");
  CHECK(allow({"other"}).empty());
}

TEST_CASE("The table's patterns are listed as in a sentence") {
  CHECK(api::listed_patterns(table) == "/notes, /notes/latest, /notes/{note} and /notes/{note}/by/{name}");
}

TEST_CASE("The server answers OPTIONS, HEAD and other methods for each of its routes, and lists them if it has none") {
  const RunningServer server;
  const auto kept = server.ask(post_json(reply_json("0123456789abcdef"))).body;
  const auto reply = nlohmann::json::parse(kept)["reply"]["id"].get<std::string>();
  for (const auto& route : api::routes()) {
    INFO(route.method << " " << route.pattern);
    const std::string path(route.pattern);
    const auto options = server.ask(request("OPTIONS", path, reply));
    CHECK(options.status == 204);
    CHECK(options.field("Allow").find(route.method) != std::string::npos);
    // Pages of other sites may use the replies, and none of the moderators' pages.
    const bool is_shared = !path.starts_with("/moderation");
    CHECK(options.field("Access-Control-Allow-Methods") == (is_shared ? options.field("Allow") : ""));
    const auto refused = server.ask(request("BREW", path, reply));
    CHECK(refused.status == 405);
    CHECK(refused.field("Allow") == options.field("Allow"));
    if (route.method == "GET") {
      const auto head = server.ask(request("HEAD", path, reply), Expecting::head_only);
      const auto got = server.ask(request("GET", path, reply));
      // Moderators' pages lead to the page on which to sign in, and who asks for counts must name articles.
      CHECK(head.status == (path == "/moderation" ? 303 : path == api::path::counts ? 400 : 200));
      CHECK(head.field("Content-Type") == got.field("Content-Type"));
      CHECK(head.field("Content-Length") == got.field("Content-Length"));
    }
    CHECK(server.ask(get("/v2")).body.find(path) != std::string::npos);
  }
}

TEST_CASE("A path that is not in UTF-8 is malformed") {
  const RunningServer server;
  CHECK(server.ask(get("/v1/articles/%FF/replies")).status == 400);
  CHECK(server.ask(get("/v1/articles/%C3%A9/replies")).status == 404);
}
