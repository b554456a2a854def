#include "server/api/router.hpp"

#include "server/api/moderation/addresses.hpp"
#include "server/api/problem.hpp"
#include "server/api/routes.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace asio = boost::asio;

namespace broadside::server::api {

namespace {

using http::Request;
using http::Response;

Response not_found() {
  return response_of(Problem{ProblemType::not_found, "This server has " + listed_patterns(routes()) + "."});
}

Response method_not_allowed(const std::string& allow) {
  auto response = response_of(Problem{ProblemType::method_not_allowed, "Allowed here: " + allow + "."});
  response.fields.push_back({"Allow", allow});
  return response;
}

} // namespace

asio::awaitable<Response> Router::answer(const Request& request) {
  const auto address = parse_address(request.target);
  if (!address)
    co_return finished(request, response_of(Problem{ProblemType::malformed, "The request's address is malformed."}),
                       true);
  auto response = co_await asio::co_spawn(workers_, route(request, *address), asio::use_awaitable);
  co_return finished(request, std::move(response), !is_for_moderators(*address));
}

Response Router::refuse(const http::Refusal& refusal, const Request& request) {
  return finished(request, response_of(refusal), true);
}

Response Router::finished(const Request& request, Response response, bool is_shared) const {
  if (is_shared)
    services_.cross_origin.share(request, response);
  response.fields.push_back({"X-Content-Type-Options", "nosniff"});
  return response;
}

asio::awaitable<Response> Router::route(const Request& request, const Address& address) {
  const auto found = match(routes(), address.path, request.method);
  if (found.allow.empty())
    co_return not_found();
  if (request.method == "OPTIONS")
    co_return is_for_moderators(address) ? Response{204, {{"Allow", found.allow}}, {}}
                                         : services_.cross_origin.preflight(found.allow);
  if (found.route == nullptr)
    co_return method_not_allowed(found.allow);
  const Call call{request, found.parameters, address.query};
  co_return co_await found.route->handler(services_, call);
}

} // namespace broadside::server::api
