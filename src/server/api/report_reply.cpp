#include "server/api/report_reply.hpp"

#include "core/json/cursor.hpp"
#include "server/api/article.hpp"
#include "server/api/report_page.hpp"
#include "server/api/services.hpp"
#include "server/api/submission.hpp"

#include <string>

namespace asio = boost::asio;

namespace broadside::server::api {

namespace {

using http::Response;
using replies::ReportSubmission;

tl::expected<ReportDraft, Problem> read_report(const Call& call, SentAs way) {
  const auto& body = call.request.body;
  if (way == SentAs::form) {
    const auto form = Parameters::parse(body);
    if (!form)
      return tl::unexpected(Problem{ProblemType::malformed, "The form is not well encoded, or not in UTF-8."});
    return ReportDraft{(*form)["complaint"], (*form)["note"]};
  }
  const auto document = json::parse(body);
  if (!document)
    return tl::unexpected(Problem{ProblemType::malformed, document.error().where + ": " + document.error().message});
  json::Reading reading;
  const json::Cursor root(*document, reading);
  ReportDraft sent{root["complaint"].string(json::Presence::optional, body.size()),
                   root["note"].string(json::Presence::optional, body.size())};
  if (reading.error)
    return tl::unexpected(Problem{ProblemType::malformed, reading.error->where + ": " + reading.error->message});
  return sent;
}

/// Finds a published reply for the page.
tl::expected<reply::Reply, Problem> reply_of(Services& services, const Call& call, const ArticleInfo& article) {
  const auto& id = call.path["reply"];
  const auto page = services.replies.page(article, {.language = {}, .branch = id});
  if (!page)
    return tl::unexpected(problem_of(page.error()));
  for (const reply::Reply& reply : page->replies)
    if (reply.id == id && reply.state == reply::State::published)
      return reply;
  return tl::unexpected(Problem{ProblemType::unknown_reply, "No reply with that id stands in this thread."});
}

std::string sentence_for_untaken(ProblemType type) {
  switch (type) {
  case ProblemType::too_many:
    return "Many reports came from your network. Please send this one later.";
  case ProblemType::unavailable:
    return "The server is busy at the moment. Please send the report again in a little while.";
  default:
    return "Choose what is wrong with the reply, and write no more than 1,000 characters.";
  }
}

Response form_again(Services& services, const Call& call, const ArticleInfo& article, ReportDraft draft,
                    const Problem& problem) {
  const auto reply = reply_of(services, call, article);
  if (!reply)
    return response_of(reply.error());
  draft.problem = sentence_for_untaken(problem.type);
  auto response = report_page(article, *reply, draft, status_of(problem.type));
  add_retry_after(problem.type, response);
  return response;
}

tl::expected<void, Problem> take(Services& services, const Call& call, const ArticleInfo& article,
                                 const ReportDraft& draft) {
  const auto complaint = value_of(replies::complaint_words, draft.complaint);
  if (!complaint)
    return tl::unexpected(Problem{ProblemType::malformed, "complaint: must be " + listed(replies::complaint_words)});
  return services.reports.take(article, {call.path["reply"], *complaint, draft.note, call.request.client})
      .map_error(problem_of);
}

} // namespace

asio::awaitable<Response> show_report_form(Services& services, const Call& call) {
  const auto article = article_of(services, call);
  if (!article)
    co_return response_of(article.error());
  if (call.query["sent"] == "yes")
    co_return thanks_for_report(**article, call.path["reply"]);
  const auto reply = reply_of(services, call, **article);
  co_return reply ? report_page(**article, *reply, {}, 200) : response_of(reply.error());
}

asio::awaitable<Response> report_reply(Services& services, const Call& call) {
  const auto article = article_of(services, call);
  if (!article)
    co_return response_of(article.error());
  if (!services.cross_origin.may_write(call.request))
    co_return response_of(origin_refused());
  const auto way = sent_as(call.request);
  if (!way)
    co_return unsupported_type();
  const auto sent = read_report(call, *way);
  if (!sent)
    co_return response_of(sent.error());
  const auto taken = take(services, call, **article, *sent);
  if (*way == SentAs::json)
    co_return taken ? Response{204, {{"Cache-Control", "no-store"}}, {}} : response_of(taken.error());
  if (taken)
    co_return Response{303, {{"Location", "report?sent=yes"}, {"Cache-Control", "no-store"}}, {}};
  co_return form_again(services, call, **article, *sent, taken.error());
}

} // namespace broadside::server::api
