#pragma once

#include "server/api/address.hpp"
#include "server/api/services.hpp"
#include "server/http/service.hpp"

#include <boost/asio/any_io_executor.hpp>

namespace broadside::server::api {

/// Calls the handler of each request's route, on threads that may wait for the database.
class Router final : public http::Service {
public:
  Router(Services services, boost::asio::any_io_executor workers)
      : services_(std::move(services)), workers_(std::move(workers)) {}

  boost::asio::awaitable<http::Response> answer(const http::Request&) override;
  http::Response refuse(const http::Refusal&, const http::Request&) override;

private:
  boost::asio::awaitable<http::Response> route(const http::Request&, const Address&);
  /// Adds the fields that all responses have. Pages of other sites may read those that are shared.
  http::Response finished(const http::Request&, http::Response, bool is_shared) const;

  Services services_;
  boost::asio::any_io_executor workers_;
};

} // namespace broadside::server::api
