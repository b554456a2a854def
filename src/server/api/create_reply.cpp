#include "server/api/create_reply.hpp"

#include "server/api/article.hpp"
#include "server/api/replies_page.hpp"
#include "server/api/reply_json.hpp"
#include "server/api/services.hpp"
#include "server/api/submission.hpp"

namespace asio = boost::asio;

namespace broadside::server::api {

namespace {

using http::Response;
using Kept = tl::expected<replies::Kept, Problem>;

asio::awaitable<Kept> submit_if_allowed(Services& services, const Call& call, const ArticleInfo& article,
                                        const replies::Submission& submission) {
  if (!services.cross_origin.may_write(call.request))
    co_return tl::unexpected(origin_refused());
  auto kept = co_await services.replies.submit(article, submission);
  co_return std::move(kept).map_error(problem_of);
}

Response answer_json(Services& services, const ArticleInfo& article, const Kept& kept) {
  if (!kept)
    return response_of(kept.error());
  const auto& reply = kept->reply;
  return {kept->is_new ? 201U : 200U,
          {{"Content-Type", "application/json"},
           {"Cache-Control", "no-store"},
           {"Location", reply_address(reply.language, reply.id)}},
          json_of(*kept, services.replies.count(article, reply.language))};
}

view::Form::Status form_status(ProblemType type) {
  switch (type) {
  case ProblemType::invalid_reply:
    return view::Form::Status::idle; // the problems say what is wrong
  case ProblemType::unavailable:
  case ProblemType::too_many:
    return view::Form::Status::busy;
  default:
    return view::Form::Status::refused;
  }
}

Response form_to_correct(Services& services, const ArticleInfo& article, const std::string& language,
                         const replies::Submission& sent, const Problem& problem) {
  RepliesPage page{article, language};
  page.is_closed = !services.replies.takes_replies(article);
  page.form = view::Form{form_status(problem.type), problem.fields, std::nullopt, sent.draft};
  if (!sent.parent.empty())
    if (const auto above = services.replies.page(article, {.language = language, .limit = 1, .branch = sent.parent}))
      answer(sent.parent, above->replies, page);
  auto response = response_of(page, status_of(problem.type));
  add_retry_after(problem.type, response);
  return response;
}

/// A reply that waits stands on no page, so the thread's page says that it does.
Response redirect_to_reply(const ArticleInfo& article, const reply::Reply& reply) {
  const auto& language = article.in(reply.language).language;
  const bool waits = reply.state == reply::State::waiting;
  const auto address =
      waits ? replies_address({.language = language, .sent = "waiting"}) : reply_address(language, reply.id);
  return {303, {{"Location", address}, {"Cache-Control", "no-store"}}, {}};
}

} // namespace

asio::awaitable<Response> create_reply(Services& services, const Call& call) {
  const auto article = article_of(services, call);
  if (!article)
    co_return response_of(article.error());
  const auto way = sent_as(call.request);
  if (!way)
    co_return unsupported_type();
  const auto submission = read_submission(call, *way);
  if (!submission)
    co_return response_of(submission.error());

  const Kept kept = co_await submit_if_allowed(services, call, **article, *submission);
  if (*way == SentAs::json)
    co_return answer_json(services, **article, kept);
  if (kept)
    co_return redirect_to_reply(**article, kept->reply);
  co_return form_to_correct(services, **article, language_of(call, **article), *submission, kept.error());
}

} // namespace broadside::server::api
