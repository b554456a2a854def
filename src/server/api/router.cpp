#include "server/api/router.hpp"

#include "server/api/address.hpp"
#include "server/api/problem.hpp"
#include "server/site_file.hpp"
#include "server/store/awaitable_writer.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
namespace asio = boost::asio;

namespace broadside::server::api {

namespace {

using http::Request;
using http::Response;

enum class Resource { none, health, style_sheet, replies };

Resource resource_at(const std::vector<std::string>& path) {
  if (path == std::vector<std::string>{"v1", "health"})
    return Resource::health;
  if (path == std::vector<std::string>{"broadside.css"})
    return Resource::style_sheet;
  if (path.size() == 4 && path[0] == "v1" && path[1] == "articles" && path[3] == "replies")
    return Resource::replies;
  return Resource::none;
}

std::string_view methods_of(Resource resource) {
  return resource == Resource::replies ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
}

bool is_read(const Request& request) { return request.method == "GET" || request.method == "HEAD"; }

Response method_not_allowed(std::string_view methods) {
  auto response = response_of(Problem{ProblemType::method_not_allowed, "Allowed here: " + std::string(methods) + "."});
  response.fields.push_back({"Allow", std::string(methods)});
  return response;
}

} // namespace

Router::Router(Parts parts)
    : parts_(std::move(parts)), cross_origin_(parts_.allowed_origins),
      replies_(parts_.store, parts_.writer, cross_origin_) {}

asio::awaitable<Response> Router::answer(const Request& request) {
  auto response = co_await asio::co_spawn(parts_.workers, route(request), asio::use_awaitable);
  co_return finished(request, std::move(response));
}

Response Router::refuse(const http::Refusal& refusal, const Request& request) {
  return finished(request, response_of(refusal));
}

Response Router::finished(const Request& request, Response response) const {
  cross_origin_.share(request, response);
  response.fields.push_back({"X-Content-Type-Options", "nosniff"});
  return response;
}

asio::awaitable<Response> Router::route(const Request& request) {
  const auto address = parse_address(request.target);
  if (!address)
    co_return response_of(Problem{ProblemType::malformed, "The request's address is malformed."});
  const auto resource = resource_at(address->path);
  if (resource == Resource::none)
    co_return response_of(Problem{ProblemType::not_found, "See /v1/health and /v1/articles/{id}/replies."});

  const auto methods = methods_of(resource);
  if (request.method == "OPTIONS")
    co_return cross_origin_.preflight(methods);
  if (!is_read(request) && !(request.method == "POST" && resource == Resource::replies))
    co_return method_not_allowed(methods);
  switch (resource) {
  case Resource::health:
    co_return co_await health();
  case Resource::style_sheet:
    co_return style_sheet();
  default:
    co_return co_await replies(request, *address);
  }
}

asio::awaitable<Response> Router::replies(const Request& request, const Address& address) {
  const auto article = parts_.articles.find(address.path[2]);
  if (!article)
    co_return response_of(Problem{ProblemType::unavailable, "The article's file cannot be read at the moment."});
  if (!*article)
    co_return response_of(Problem{ProblemType::unknown_article, "This server has no article of that id."});
  if (is_read(request))
    co_return replies_.list(request, address, **article);
  co_return co_await replies_.create(request, address, **article);
}

asio::awaitable<Response> Router::health() {
  const auto checked = co_await store::check(parts_.writer);
  if (!checked)
    co_return response_of(
        Problem{ProblemType::unavailable,
                "Replies cannot be kept: " + std::string(store::words_of(checked.error().kind).view()) + "."});
  co_return Response{200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, R"({"status":"ok"})"};
}

/// The site's own, so that the pages here look like its pages.
Response Router::style_sheet() {
  auto file = read_site_file(parts_.site / "broadside.css");
  if (!file && file.error() == std::errc::no_such_file_or_directory)
    return response_of(Problem{ProblemType::not_found, "The site has no broadside.css."});
  if (!file)
    return response_of(Problem{ProblemType::unavailable, "The site's broadside.css cannot be read at the moment."});
  return {200, {{"Content-Type", "text/css; charset=utf-8"}, {"Cache-Control", "max-age=300"}}, std::move(file->text)};
}

} // namespace broadside::server::api
