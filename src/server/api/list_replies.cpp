#include "server/api/list_replies.hpp"

#include "core/number.hpp"
#include "server/api/article.hpp"
#include "server/api/negotiation.hpp"
#include "server/api/replies_page.hpp"
#include "server/api/reply_json.hpp"
#include "server/api/services.hpp"

namespace broadside::server::api {

namespace {

tl::expected<int, Problem> limit_in(const Parameters& query) {
  if (!query.has("limit"))
    return replies::default_page;
  const auto limit = number(query["limit"], 1, replies::longest_page);
  if (!limit)
    return tl::unexpected(Problem{ProblemType::malformed,
                                  "limit: must be a whole number from 1 to " + std::to_string(replies::longest_page)});
  return *limit;
}

http::Response html_of(const ArticleInfo& article, const std::string& language, const replies::Page& page) {
  RepliesPage html{article, language};
  html.thread = view::Thread{view::Thread::State::ready, page.replies, false, page.count};
  html.thread->open = article.replies_open;
  if (page.next)
    html.next = replies_address(language, page.next);
  if (article.replies_open)
    html.form.emplace();
  return response_of(html, 200);
}

http::Response json_response(std::string body) {
  return {200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}}, std::move(body)};
}

http::Response page(Services& services, const Call& call, const ArticleInfo& article, int limit) {
  const auto after = call.query.has("after") ? std::optional(call.query["after"]) : std::nullopt;
  const auto page = services.replies.page(article, {call.query["language"], after, limit});
  if (!page)
    return response_of(problem_of(page.error()));
  return prefers_html(call.request.field("Accept")) ? html_of(article, language_of(call, article), *page)
                                                    : json_response(json_of(*page));
}

http::Response changes(Services& services, const Call& call, const ArticleInfo& article, int limit) {
  if (call.query.has("after"))
    return response_of(Problem{ProblemType::malformed, "after: cannot be asked for together with since"});
  const auto changes = services.replies.changes(article, {call.query["language"], call.query["since"], limit});
  return changes ? json_response(json_of(*changes)) : response_of(problem_of(changes.error()));
}

} // namespace

boost::asio::awaitable<http::Response> list_replies(Services& services, const Call& call) {
  const auto article = article_of(services, call);
  if (!article)
    co_return response_of(article.error());
  const auto limit = limit_in(call.query);
  if (!limit)
    co_return response_of(limit.error());
  auto response =
      call.query.has("since") ? changes(services, call, **article, *limit) : page(services, call, **article, *limit);
  response.fields.push_back({"Vary", "Accept"});
  co_return response;
}

} // namespace broadside::server::api
