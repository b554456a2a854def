#pragma once

#include "server/api/cross_origin.hpp"
#include "server/api/replies_resource.hpp"
#include "server/articles.hpp"
#include "server/http/service.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <filesystem>

namespace broadside::server::api {

/// Finds what a request is about and has it answered, on threads that may wait for the database.
class Router final : public http::Service {
public:
  struct Parts {
    std::filesystem::path site;
    Articles& articles;
    store::Store& store;
    store::GroupWriter& writer;
    boost::asio::any_io_executor workers;
    std::vector<std::string> allowed_origins;
  };
  explicit Router(Parts);

  boost::asio::awaitable<http::Response> answer(const http::Request&) override;
  http::Response refuse(const http::Refusal&, const http::Request&) override;

private:
  boost::asio::awaitable<http::Response> route(const http::Request&);
  boost::asio::awaitable<http::Response> replies(const http::Request&, const Address&);
  boost::asio::awaitable<http::Response> health();
  http::Response style_sheet();
  http::Response finished(const http::Request&, http::Response) const;

  Parts parts_;
  CrossOrigin cross_origin_;
  RepliesResource replies_;
};

} // namespace broadside::server::api
