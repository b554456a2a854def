#include "server/api/health.hpp"

#include "server/api/problem.hpp"
#include "server/api/services.hpp"

namespace broadside::server::api {

boost::asio::awaitable<http::Response> answer_health(Services& services, const Call&) {
  const auto checked = co_await services.replies.check();
  if (!checked)
    co_return response_of(Problem{ProblemType::unavailable, "Replies cannot be kept: " + checked.error() + "."});
  co_return http::Response{
      200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, R"({"status":"ok"})"};
}

} // namespace broadside::server::api
