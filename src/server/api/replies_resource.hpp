#pragma once

#include "server/api/address.hpp"
#include "server/api/cross_origin.hpp"
#include "server/api/submission.hpp"
#include "server/articles.hpp"
#include "server/http/message.hpp"
#include "server/store/group_writer.hpp"
#include "server/store/store.hpp"

#include <boost/asio/awaitable.hpp>

namespace broadside::server::api {

/// /v1/articles/{id}/replies
class RepliesResource {
public:
  RepliesResource(store::Store& store, store::GroupWriter& writer, const CrossOrigin& cross_origin)
      : store_(store), writer_(writer), cross_origin_(cross_origin) {}

  /// One page of the thread: JSON, or HTML for a browser that was led here by a link.
  http::Response list(const http::Request&, const Address&, const ArticleInfo&);

  boost::asio::awaitable<http::Response> create(const http::Request&, const Address&, const ArticleInfo&);

private:
  using Kept = tl::expected<store::Added, Problem>;

  boost::asio::awaitable<Kept> keep(const http::Request&, const ArticleInfo&, const Submission&);
  http::Response answer_json(const ArticleInfo&, const Kept&);
  http::Response answer_form(const ArticleInfo&, const std::string& language, const Submission&, const Kept&);
  std::string address_of(const ArticleInfo&, const std::string& language, const reply::Reply&);

  store::Store& store_;
  store::GroupWriter& writer_;
  const CrossOrigin& cross_origin_;
};

} // namespace broadside::server::api
