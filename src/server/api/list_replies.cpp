#include "server/api/list_replies.hpp"

#include "core/number.hpp"
#include "server/api/article.hpp"
#include "server/api/negotiation.hpp"
#include "server/api/read_page.hpp"
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

tl::expected<reply::Order, Problem> order_in(const Parameters& query) {
  const auto order = value_of(reply::order_words, query.has("order") ? query["order"] : reply::order_words[0].first);
  if (!order)
    return tl::unexpected(Problem{ProblemType::malformed, "order: must be " + listed(reply::order_words)});
  return *order;
}

http::Response html_of(const ArticleInfo& article, bool is_open, const std::string& language,
                       const replies::PageRequest& request, const Parameters& query, const replies::Page& page) {
  const auto& parent = query["parent"];
  RepliesPage html{article, language};
  html.thread = view::Thread{view::Thread::State::ready, page.replies, false, page.count};
  html.is_closed = !is_open;
  html.thread->open = is_open;
  html.thread->depth = article.thread_depth;
  html.thread->answer_address = replies_address({.language = language}) + "&parent=";
  html.thread->branch_address = replies_address({.language = language}) + "&branch=";
  html.says_waiting = query["sent"] == "waiting";
  html.is_branch = !request.branch.empty();
  // Its next pages lead to the rest of a branch that is shown alone.
  if (html.is_branch)
    for (reply::Reply& reply : html.thread->replies)
      reply.answers = 0;
  const std::string order(word_for(reply::order_words, request.order));
  if (page.next)
    html.next = replies_address({language, order, request.branch, *page.next});
  if (is_open) {
    html.form.emplace();
    answer(parent, page.replies, html);
  }
  return response_of(html, 200);
}

http::Response json_response(std::string body) {
  return {200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}}, std::move(body)};
}

http::Response page(Services& services, const Call& call, const ArticleInfo& article, int limit, reply::Order order) {
  const auto after = call.query.has("after") ? std::optional(call.query["after"]) : std::nullopt;
  const auto& parent = call.query["parent"];
  const auto& branch = call.query.has("branch") ? call.query["branch"] : parent;
  const replies::PageRequest request{call.query["language"], after, limit, order, branch};
  if (!prefers_html(call.request.field("Accept")))
    return read_page(services, call, article, request);
  const auto page = services.replies.page(article, request);
  if (!page)
    return response_of(problem_of(page.error()));
  const bool is_open = services.replies.takes_replies(article);
  return html_of(article, is_open, language_of(call, article), request, call.query, *page);
}

http::Response changes(Services& services, const Call& call, const ArticleInfo& article, int limit,
                       reply::Order order) {
  for (const char* other : {"after", "branch"})
    if (call.query.has(other))
      return response_of(
          Problem{ProblemType::malformed, std::string(other) + ": cannot be asked for together with since"});
  const auto changes = services.replies.changes(article, {call.query["language"], call.query["since"], limit, order});
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
  const auto order = order_in(call.query);
  if (!order)
    co_return response_of(order.error());
  auto response = call.query.has("since") ? changes(services, call, **article, *limit, *order)
                                          : page(services, call, **article, *limit, *order);
  response.fields.push_back({"Vary", "Accept"});
  co_return response;
}

} // namespace broadside::server::api
