#include "server/api/replies_resource.hpp"

#include "server/api/negotiation.hpp"
#include "server/api/problem.hpp"
#include "server/api/replies_page.hpp"
#include "server/api/reply_json.hpp"
#include "server/api/services.hpp"
#include "server/api/submission.hpp"
#include "server/clock.hpp"
#include "server/log.hpp"
#include "server/store/awaitable_writer.hpp"

#include <charconv>

namespace asio = boost::asio;

namespace broadside::server::api {

namespace {

using http::Request;
using http::Response;

constexpr int usual_page = 50;
constexpr int longest_page = 100;

template <typename Number> std::optional<Number> number(const std::string& text, Number lowest, Number highest) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < lowest || value > highest)
    return std::nullopt;
  return value;
}

/// The replies under the article's text in that language.
store::Thread thread_of(const ArticleInfo& article, const std::string& language) {
  return {article.id, article.threads, article.in(language).language, article.translations.front().language};
}

tl::expected<store::PageRequest, Problem> page_request(const Parameters& query, const ArticleInfo& article) {
  store::PageRequest request{thread_of(article, query["language"]), 0, usual_page};
  if (query.has("after")) {
    const auto after = number<store::Id>(query["after"], 0, std::numeric_limits<store::Id>::max());
    if (!after)
      return tl::unexpected(Problem{ProblemType::malformed, "after: must be what an earlier answer gave as next"});
    request.after = *after;
  }
  if (query.has("limit")) {
    const auto limit = number(query["limit"], 1, longest_page);
    if (!limit)
      return tl::unexpected(Problem{ProblemType::malformed, "limit: must be a whole number from 1 to 100"});
    request.limit = *limit;
  }
  return request;
}

std::string query_of(const std::string& language, store::Id after) {
  std::string query;
  if (!language.empty())
    query += "&language=" + language;
  if (after > 0)
    query += "&after=" + std::to_string(after);
  if (!query.empty())
    query.front() = '?';
  return query;
}

Response thread_page(const ArticleInfo& article, const std::string& language, const store::Page& page,
                     std::int64_t count) {
  RepliesPage html{article, language};
  html.thread = view::Thread{view::Thread::State::ready, page.replies, false, count};
  if (page.next)
    html.next = replies_address(query_of(language, *page.next));
  if (article.replies_open)
    html.form.emplace();
  return response_of(html, 200);
}

Problem unavailable() {
  return {ProblemType::unavailable, "The database did not answer as it should. Nothing was kept; try again later."};
}

view::Form::Status form_status(ProblemType type) {
  switch (type) {
  case ProblemType::invalid_reply:
    return view::Form::Status::idle; // the problems say it
  case ProblemType::unavailable:
    return view::Form::Status::busy;
  default:
    return view::Form::Status::refused;
  }
}

/// A page's language, when the request names one that is a tag: it comes back in addresses.
std::string language_of(const Parameters& query, const ArticleInfo& article) {
  return article.in(query["language"]).language;
}

tl::expected<std::shared_ptr<const ArticleInfo>, Problem> article_of(Services& services, const Call& call) {
  auto article = services.articles.find(call.path["id"]);
  if (!article)
    return tl::unexpected(Problem{ProblemType::unavailable, "The article's file cannot be read at the moment."});
  if (!*article)
    return tl::unexpected(Problem{ProblemType::unknown_article, "This server has no article of that id."});
  return std::move(*article);
}

using Kept = tl::expected<store::Added, Problem>;

asio::awaitable<Kept> keep(Services& services, const Request& request, const ArticleInfo& article,
                           const Submission& submission) {
  if (!services.cross_origin.may_write(request))
    co_return tl::unexpected(
        Problem{ProblemType::origin_refused, "The page's origin is not one that may send replies."});
  if (!article.replies_open)
    co_return tl::unexpected(Problem{ProblemType::replies_closed, "This article takes no replies."});
  const auto draft = reply::validate(submission.draft);
  if (!draft)
    co_return tl::unexpected(
        Problem{ProblemType::invalid_reply, "Some fields have to be changed: see problems.", draft.error()});

  const std::string& language = submission.language;
  store::NewReply reply{article.id, submission.key, *draft, article.has(language) ? language : "", utc_now()};
  auto added = co_await store::add(services.writer, std::move(reply));
  if (!added)
    co_return tl::unexpected(unavailable());
  if (added->outcome == store::Added::Outcome::key_taken)
    co_return tl::unexpected(Problem{ProblemType::key_taken, "Send this reply under a key of its own."});
  co_return std::move(*added);
}

/// Returns the address of a page that the reply stands on, however many came before it.
std::string address_of(Services& services, const ArticleInfo& article, const std::string& language,
                       const reply::Reply& reply) {
  const auto after = services.store.page_that_ends_with(
      thread_of(article, language), number<store::Id>(reply.id, 0, INT64_MAX).value_or(0), usual_page);
  return replies_address(query_of(language, after.value_or(0))) + "#reply-" + reply.id;
}

Response answer_json(Services& services, const ArticleInfo& article, const Kept& kept) {
  if (!kept)
    return response_of(kept.error());
  const auto count = services.store.count(thread_of(article, kept->reply.language));
  return {kept->outcome == store::Added::Outcome::added ? 201U : 200U,
          {{"Content-Type", "application/json"},
           {"Cache-Control", "no-store"},
           {"Location", address_of(services, article, kept->reply.language, kept->reply)}},
          json_of(kept->reply, count ? std::optional(*count) : std::nullopt)};
}

Response answer_form(Services& services, const ArticleInfo& article, const std::string& language,
                     const Submission& submission, const Kept& kept) {
  if (kept)
    return {303,
            {{"Location", address_of(services, article, article.in(kept->reply.language).language, kept->reply)},
             {"Cache-Control", "no-store"}},
            {}};
  const Problem& problem = kept.error();
  RepliesPage page{article, language};
  page.form = view::Form{form_status(problem.type), problem.fields, std::nullopt, submission.draft};
  auto response = response_of(page, status_of(problem.type));
  add_retry_after(problem.type, response);
  return response;
}

} // namespace

asio::awaitable<Response> list_replies(Services& services, const Call& call) {
  const auto found = article_of(services, call);
  if (!found)
    co_return response_of(found.error());
  const ArticleInfo& article = **found;
  const auto wanted = page_request(call.query, article);
  if (!wanted)
    co_return response_of(wanted.error());
  const auto page = services.store.page(*wanted);
  const auto count = page ? services.store.count(wanted->thread) : tl::unexpected(page.error());
  if (!count) {
    log::error({"The replies of ", log::Text::by_publisher(article.id),
                " could not be read: ", store::log_text(count.error())});
    co_return response_of(unavailable());
  }
  Response response = prefers_html(call.request.field("Accept"))
                          ? thread_page(article, language_of(call.query, article), *page, *count)
                          : Response{200,
                                     {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}},
                                     json_of(*page, *count)};
  response.fields.push_back({"Vary", "Accept"});
  co_return response;
}

asio::awaitable<Response> create_reply(Services& services, const Call& call) {
  const auto& request = call.request;
  const auto found = article_of(services, call);
  if (!found)
    co_return response_of(found.error());
  const ArticleInfo& article = **found;
  const auto type = without_parameters(request.field("Content-Type"));
  const bool is_form = http::same_ignoring_case(type, "application/x-www-form-urlencoded");
  if (!is_form && !http::same_ignoring_case(type, "application/json")) {
    auto response = response_of(
        Problem{ProblemType::unsupported_media_type, "Send application/json or application/x-www-form-urlencoded."});
    response.fields.push_back({"Accept-Post", "application/json, application/x-www-form-urlencoded"});
    co_return response;
  }
  auto submission = is_form ? read_form(request.body) : read_json(request.body);
  if (!submission)
    co_return response_of(submission.error());
  // A form says it by the page that it stands on.
  if (is_form)
    submission->language = call.query["language"];

  const Kept kept = co_await keep(services, request, article, *submission);
  if (is_form)
    co_return answer_form(services, article, language_of(call.query, article), *submission, kept);
  co_return answer_json(services, article, kept);
}

} // namespace broadside::server::api
