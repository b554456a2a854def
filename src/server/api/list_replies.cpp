#include "server/api/list_replies.hpp"

#include "server/api/article.hpp"
#include "server/api/negotiation.hpp"
#include "server/api/replies_page.hpp"
#include "server/api/reply_json.hpp"
#include "server/api/services.hpp"

#include <charconv>

namespace broadside::server::api {

namespace {

std::optional<int> limit_from(const std::string& text) {
  int limit = 0;
  const auto* const end = text.data() + text.size();
  const auto [read, error] = std::from_chars(text.data(), end, limit);
  if (error != std::errc() || read != end || limit < 1 || limit > replies::longest_page)
    return std::nullopt;
  return limit;
}

tl::expected<replies::PageRequest, Problem> page_request(const Parameters& query) {
  replies::PageRequest request{query["language"]};
  if (query.has("after"))
    request.after = query["after"];
  if (!query.has("limit"))
    return request;
  const auto limit = limit_from(query["limit"]);
  if (!limit)
    return tl::unexpected(Problem{ProblemType::malformed,
                                  "limit: must be a whole number from 1 to " + std::to_string(replies::longest_page)});
  request.limit = *limit;
  return request;
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

} // namespace

boost::asio::awaitable<http::Response> list_replies(Services& services, const Call& call) {
  const auto article = article_of(services, call);
  if (!article)
    co_return response_of(article.error());
  const auto wanted = page_request(call.query);
  if (!wanted)
    co_return response_of(wanted.error());
  const auto page = services.replies.page(**article, *wanted);
  if (!page)
    co_return response_of(problem_of(page.error()));
  auto response =
      prefers_html(call.request.field("Accept"))
          ? html_of(**article, language_of(call, **article), *page)
          : http::Response{200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}}, json_of(*page)};
  response.fields.push_back({"Vary", "Accept"});
  co_return response;
}

} // namespace broadside::server::api
