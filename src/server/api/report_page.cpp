#include "server/api/report_page.hpp"

#include "core/view/thread.hpp"
#include "pages/page.hpp"
#include "server/api/address.hpp"
#include "server/api/readers_page.hpp"
#include "server/replies/reports.hpp"

#include <utility>

namespace broadside::server::api {

namespace {

using pages::Markup;
using pages::Template;
using replies::Complaint;

/// The address of the replies, relative to the page: replies/k3v9…/report.
constexpr std::string_view up_to_replies = "../../";

constexpr Template report_main = R"(<div class="broadside">
<h1>Report a reply</h1>
{problem}<p class="reply-head"><bdi class="reply-name">{name}</bdi></p>
{text}
<form class="form" method="post" action="report">
<fieldset><legend>What is wrong with it?</legend>
{complaints}</fieldset>
<div class="field"><label for="note">More about it (optional)</label>
<textarea id="note" name="note" rows="4" maxlength="1000">{note}</textarea></div>
<p class="hint">A moderator will read this. The part of your network’s address that many readers share is kept with it.</p>
<p><button class="send">Report</button></p>
</form>
<p class="actions"><a href="{back}">Back to the replies</a></p>
</div>)";

constexpr Template complaint_choice =
    R"(<p><label><input type="radio" name="complaint" value="{word}" required{checked}> {label}</label></p>
)";

constexpr Template report_problem = R"(<p class="problem" role="alert">{sentence}</p>
)";

constexpr Template thanks_main = R"(<div class="broadside">
<h1>Thank you</h1>
<p class="status" role="status">A moderator will look at the reply.</p>
<p class="actions"><a href="{back}">Back to the replies</a></p>
</div>)";

std::string_view label_of(Complaint complaint) {
  switch (complaint) {
  case Complaint::spam:
    return "It is spam or advertising.";
  case Complaint::abuse:
    return "It insults, threatens or harasses somebody.";
  case Complaint::private_data:
    return "It tells private facts about somebody.";
  case Complaint::illegal:
    return "It breaks the law.";
  case Complaint::other:
    return "Something else";
  }
  return {};
}

Markup choices_of(const std::string& chosen) {
  constexpr Template checked = " checked";
  Markup choices;
  for (const auto& [word, complaint] : replies::complaint_words)
    choices += Markup::fill(complaint_choice, {{"word", word},
                                               {"label", label_of(complaint)},
                                               {"checked", word == chosen ? Markup::fill(checked, {}) : Markup()}});
  return choices;
}

http::Response in_frame(const std::string& title, const Markup& main, unsigned status) {
  return readers_page({.language = "en",
                       .title = title,
                       .style = pages::style_sheet_link(std::string(up_to_replies) + style_sheet_address()),
                       .main = main},
                      status);
}

std::string back_to(const ArticleInfo& article, const reply::Reply& reply) {
  return std::string(up_to_replies) + reply_address(article.in(reply.language).language, reply.id);
}

} // namespace

http::Response report_page(const ArticleInfo& article, const reply::Reply& reply, const ReportDraft& draft,
                           unsigned status) {
  const auto text =
      Markup::tree([&](html::Writer& writer) { view::reply_text(reply.text, reply.language, reply.id + "-", writer); });
  const auto problem = draft.problem.empty() ? Markup() : Markup::fill(report_problem, {{"sentence", draft.problem}});
  return in_frame(draft.problem.empty() ? "Report a reply" : "Problem: report a reply",
                  Markup::fill(report_main, {{"problem", problem},
                                             {"name", reply.name},
                                             {"text", text},
                                             {"complaints", choices_of(draft.complaint)},
                                             {"note", draft.note},
                                             {"back", back_to(article, reply)}}),
                  status);
}

http::Response thanks_for_report(const ArticleInfo& article, const std::string& id) {
  reply::Reply reply;
  reply.id = id;
  return in_frame("Thank you", Markup::fill(thanks_main, {{"back", back_to(article, reply)}}), 200);
}

} // namespace broadside::server::api
