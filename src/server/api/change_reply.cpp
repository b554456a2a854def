#include "server/api/change_reply.hpp"

#include "server/api/article.hpp"
#include "server/api/reply_json.hpp"
#include "server/api/services.hpp"
#include "server/api/submission.hpp"

#include <boost/beast/core/string.hpp>

namespace asio = boost::asio;

namespace broadside::server::api {

namespace {

using http::Response;

/// Returns the token of the request (RFC 6750, 2.1), or an empty text, which no reply has.
std::string token_of(const http::Request& request) {
  constexpr std::string_view scheme = "Bearer ";
  const std::string_view field = request.field("Authorization");
  return boost::beast::iequals(field.substr(0, scheme.size()), scheme) ? std::string(field.substr(scheme.size())) : "";
}

replies::Ownership ownership_of(const Call& call) { return {call.path["reply"], token_of(call.request)}; }

/// Finds the article, if the request may write at all.
tl::expected<std::shared_ptr<const ArticleInfo>, Problem> writable_article(Services& services, const Call& call) {
  if (!services.cross_origin.may_write(call.request))
    return tl::unexpected(origin_refused());
  return article_of(services, call);
}

Response answer_with(Services& services, const ArticleInfo& article,
                     const tl::expected<replies::Kept, replies::Rejection>& kept) {
  if (!kept)
    return response_of(problem_of(kept.error()));
  return {200,
          {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
          json_of(*kept, services.replies.count(article, kept->reply.language))};
}

} // namespace

asio::awaitable<Response> edit_reply(Services& services, const Call& call) {
  const auto article = writable_article(services, call);
  if (!article)
    co_return response_of(article.error());
  if (sent_as(call.request) != SentAs::json)
    co_return response_of(Problem{ProblemType::unsupported_media_type, "Send application/json."});
  const auto submission = read_submission(call, SentAs::json);
  if (!submission)
    co_return response_of(submission.error());
  auto own = ownership_of(call);
  const auto kept = co_await services.replies.edit(**article, std::move(own), submission->draft.text);
  co_return answer_with(services, **article, kept);
}

asio::awaitable<Response> delete_reply(Services& services, const Call& call) {
  const auto article = writable_article(services, call);
  if (!article)
    co_return response_of(article.error());
  auto own = ownership_of(call);
  const auto kept = co_await services.replies.remove(**article, std::move(own));
  co_return answer_with(services, **article, kept);
}

} // namespace broadside::server::api
