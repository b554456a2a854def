#include "server/api/moderation/card.hpp"

#include "core/html/element.hpp"
#include "core/html/link_relation.hpp"
#include "core/number.hpp"
#include "core/view/thread.hpp"
#include "server/api/moderation/card_words.hpp"
#include "server/api/moderation/why.hpp"

#include <limits>

namespace broadside::server::api {

namespace {

using moderation::Action;
using pages::Markup;
using pages::Template;
using reply::State;

constexpr Template card_frame = R"(<li><article class="card" id="reply-{id}" tabindex="-1" aria-labelledby="name-{id}">
<header>
{pick}<h2 id="name-{id}"><bdi>{name}</bdi></h2>
<p class="facts"><time datetime="{datetime}">{time}</time> · {article} · <a href="{all}">all its replies</a>{website}</p>
</header>
{parent}{text}
<p class="facts">{reason} {sender}</p>
{reports}{form}{history}</article></li>
)";

constexpr Template pick_box = R"(<label class="pick"><input type="checkbox" form="bulk" name="reply" value="{target}">
<span class="visually-hidden">Select the reply by {name}</span></label>
)";

constexpr Template article_link = R"(<a href="{address}">{title}</a>)";

constexpr Template website_link = R"( · <a href="{address}" rel="{rel}">{address}</a>)";

constexpr Template parent_box = R"(<details class="parent"><summary>In reply to <bdi>{name}</bdi></summary>
{text}</details>
)";

constexpr Template card_form = R"(<form class="decide" method="post" action="{action}">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="reply" value="{target}">
<input type="hidden" name="back" value="{back}">
<input type="hidden" name="next" value="{next}">
<p class="buttons">{buttons}</p>
{why}{edit}</form>
)";

constexpr Template action_button = R"(<button name="action" value="{value}"{key}>{label}</button>
)";

constexpr Template key_of_button = R"( data-key="{key}")";

constexpr Template edit_box = R"(<details{open}><summary data-key="e">Edit</summary>
{problem}<label for="text-{id}">Text, in Markdown</label>
<textarea id="text-{id}" name="text" rows="6"{state}>{text}</textarea>
<p class="buttons"><button name="action" value="edit">Save</button></p>
</details>
)";

constexpr Template edit_problem = R"(<p class="problem" id="problem-{id}" role="alert">{sentence}</p>
)";

constexpr Template reports_box = R"(<details class="reports" open><summary>{count}</summary>
<ul>{entries}</ul>
</details>
)";

constexpr Template report_entry =
    R"(<li><time datetime="{datetime}">{time}</time>: {complaint} <q dir="auto">{note}</q></li>
)";

constexpr Template history_box = R"(<details class="history"><summary>History</summary>
<ul>{entries}</ul>
</details>
)";

constexpr Template history_entry = R"(<li><time datetime="{datetime}">{time}</time>: {words}</li>
)";

struct Button {
  Action action;
  std::string_view label, key;
};

/// The buttons of a card, and of the bar for all that are selected.
constexpr Button card_buttons[] = {
    {Action::approve, "Approve", "a"},
    {Action::hold, "Hold", "h"},
    {Action::spam, "Spam", "s"},
    {Action::remove, "Delete", "d"},
    {Action::block, "Block the sender", ""},
    {Action::dismiss, "Dismiss the reports", "r"},
};

bool has_sense(Action action, const store::Card& card) {
  switch (action) {
  case Action::approve:
    return card.reply.state != State::published;
  case Action::hold:
    return card.reply.state != State::waiting;
  case Action::spam:
    return card.reply.state != State::spam;
  case Action::remove:
    return card.reply.state != State::deleted;
  case Action::block:
    return !card.sender_is_blocked;
  case Action::dismiss:
    return !card.reports.empty();
  case Action::edit:
    return true;
  }
  return false;
}

Markup buttons_of(const store::Card& card) {
  Markup buttons;
  for (const auto& [action, label, key] : card_buttons)
    if (has_sense(action, card))
      buttons +=
          Markup::fill(action_button, {{"value", word_for(moderation::action_words, action)},
                                       {"key", key.empty() ? Markup() : Markup::fill(key_of_button, {{"key", key}})},
                                       {"label", label}});
  return buttons;
}

Markup text_of(const std::string& text, const std::string& language, const std::string& prefix) {
  return Markup::tree([&](html::Writer& writer) { view::reply_text(text, language, prefix, writer); });
}

Markup parent_of(const store::Card& card) {
  if (card.parent_text.empty())
    return {};
  const auto& name = card.reply.parent.name;
  return Markup::fill(parent_box, {{"name", name.empty() ? "a reply that is not published" : name},
                                   {"text", text_of(card.parent_text, "", card.reply.id + "-above-")}});
}

Markup website_of(const store::Card& card) {
  const auto website = html::Url::check(card.reply.website);
  if (card.reply.website.empty() || !website || !website->is_web())
    return {};
  return Markup::fill(website_link, {{"address", *website}, {"rel", html::readers_link}});
}

Markup edit_of(const CardView& view) {
  const auto& id = view.card.reply.id;
  const bool failed = !view.problem.empty();
  constexpr Template is_open = " open";
  constexpr Template faulty = R"( aria-invalid="true" aria-describedby="problem-{id}")";
  return Markup::fill(
      edit_box, {{"id", id},
                 {"open", failed ? Markup::fill(is_open, {}) : Markup()},
                 {"state", failed ? Markup::fill(faulty, {{"id", id}}) : Markup()},
                 {"problem", failed ? Markup::fill(edit_problem, {{"id", id}, {"sentence", view.problem}}) : Markup()},
                 {"text", view.typed.value_or(view.card.reply.text)}});
}

/// Nothing can be done with what its writer has deleted, of which only the place is left.
bool can_be_changed(const CardView& view) {
  return moderation::may(view.moderator.moderator.role, moderation::Role::moderator) && !view.card.reply.name.empty();
}

Markup form_of(const CardView& view) {
  if (!can_be_changed(view))
    return {};
  return Markup::fill(card_form, {{"action", view.action},
                                  {"csrf", view.moderator.csrf},
                                  {"target", target_of(view.card)},
                                  {"back", view.back},
                                  {"next", view.next},
                                  {"buttons", buttons_of(view.card)},
                                  {"why", why_fields()},
                                  {"edit", edit_of(view)}});
}

Markup reports_of(const store::Card& card) {
  Markup entries;
  for (const store::Report& report : card.reports)
    entries += Markup::fill(report_entry, {{"datetime", report.time},
                                           {"time", words_for_time(report.time)},
                                           {"complaint", sentence_for_complaint(report.complaint)},
                                           {"note", report.note}});
  return entries.empty()
             ? Markup()
             : Markup::fill(reports_box, {{"count", number_of_reports(card.reports.size())}, {"entries", entries}});
}

Markup history_of(const store::Card& card) {
  Markup entries;
  for (const store::AuditEntry& entry : card.history)
    entries += Markup::fill(
        history_entry, {{"datetime", entry.time}, {"time", words_for_time(entry.time)}, {"words", words_for(entry)}});
  return entries.empty() ? Markup() : Markup::fill(history_box, {{"entries", entries}});
}

std::string sender_of(const store::Card& card) {
  const auto words = words_for(card.of_sender);
  return (words.empty() ? "" : "From this sender: " + words + ".") +
         std::string(card.sender_is_blocked && card.reason != "blocked" ? " The sender is blocked." : "");
}

Markup article_of(const CardView& view) {
  if (view.card.reply.state != State::published)
    return Markup::fill("{title}", {{"title", view.article_title}});
  return Markup::fill(article_link, {{"address", view.reply_address}, {"title", view.article_title}});
}

constexpr char before_version = '~';

} // namespace

Markup card_of(const CardView& view) {
  const auto& reply = view.card.reply;
  const std::string name = reply.name.empty() ? "A deleted reply" : reply.name;
  const auto pick =
      can_be_changed(view) ? Markup::fill(pick_box, {{"target", target_of(view.card)}, {"name", name}}) : Markup();
  return Markup::fill(card_frame, {{"id", reply.id},
                                   {"pick", pick},
                                   {"name", name},
                                   {"datetime", reply.created},
                                   {"time", words_for_time(reply.created)},
                                   {"article", article_of(view)},
                                   {"all", view.article_queue},
                                   {"website", website_of(view.card)},
                                   {"parent", parent_of(view.card)},
                                   {"text", text_of(reply.text, reply.language, reply.id + "-")},
                                   {"reason", sentence_for_reason(view.card.reason)},
                                   {"sender", sender_of(view.card)},
                                   {"reports", reports_of(view.card)},
                                   {"form", form_of(view)},
                                   {"history", history_of(view.card)}});
}

std::string target_of(const store::Card& card) { return card.reply.id + before_version + std::to_string(card.version); }

std::optional<store::Decision::Target> target_in(const std::string& text) {
  const auto end = text.find(before_version);
  if (end == std::string::npos)
    return std::nullopt;
  const auto version = number<std::int64_t>(text.substr(end + 1), 0, std::numeric_limits<std::int64_t>::max());
  if (!version)
    return std::nullopt;
  return store::Decision::Target{text.substr(0, end), *version};
}

} // namespace broadside::server::api
