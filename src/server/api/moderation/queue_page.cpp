#include "server/api/moderation/queue_page.hpp"

#include "core/number.hpp"
#include "server/api/moderation/addresses.hpp"
#include "server/api/moderation/card_words.hpp"
#include "server/api/moderation/close_article.hpp"
#include "server/api/moderation/frame.hpp"
#include "server/api/moderation/why.hpp"
#include "server/api/paths.hpp"
#include "server/api/services.hpp"

#include <array>

namespace broadside::server::api {

namespace {

using http::Response;
using pages::Markup;
using pages::Template;
using reply::State;

constexpr Template queue_head = R"(<script src="{keys}" defer></script>
)";

constexpr Template queue_main = R"(<h1>{name}</h1>
<nav class="queues" aria-label="Queues"><ul>
{links}</ul></nav>
<form class="search" role="search" action="{home}">
<input type="hidden" name="state" value="{state}">
<label for="search">Search names and texts</label>
<input id="search" type="search" name="search" value="{search}">
<button>Search</button>
</form>
{notice}{article}{bulk}<ol class="cards">
{cards}</ol>
{more}<details class="keys"><summary>Keys</summary>
<p><kbd>j</kbd> and <kbd>k</kbd> lead to the next and the previous reply; <kbd>a</kbd> approves it, <kbd>h</kbd> holds it,
<kbd>s</kbd> calls it spam, <kbd>d</kbd> deletes it, <kbd>e</kbd> edits it, <kbd>r</kbd> dismisses its reports, <kbd>x</kbd> selects it, and <kbd>u</kbd>
undoes the last decision.</p>
<p><label><input type="checkbox" id="keys"> Use these keys on this device</label></p>
</details>)";

constexpr Template queue_link = R"(<li><a href="{address}"{current}>{name} <span class="count">{count}</span></a></li>
)";

constexpr Template undo_form = R"(<form class="notice" method="post" action="{action}">
<p role="status" tabindex="-1" id="notice">{sentence}</p>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="back" value="{back}">
<input type="hidden" name="decision" value="{decision}">
<button data-key="u">Undo</button>
</form>
)";

constexpr Template plain_notice = R"(<p class="notice" role="status" tabindex="-1" id="notice">{sentence}</p>
)";

constexpr Template bulk_form = R"(<form id="bulk" class="bulk" method="post" action="{action}">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="back" value="{back}">
{why}<p class="buttons"><button type="button" id="all" hidden>Select all</button> <span>With all selected:</span>
<button name="action" value="approve">Approve</button>
<button name="action" value="spam">Spam</button>
<button name="action" value="delete">Delete</button>
<button name="action" value="block">Block the senders</button></p>
</form>
)";

constexpr Template empty_queue = R"(<li class="empty">Nothing is here.</li>
)";

constexpr Template more_link = R"(<p class="more"><a href="{address}">More</a></p>
)";

constexpr Template undone_main = R"(<h1>This was not done</h1>
<p class="problem" role="alert">{sentence}</p>
<ol class="cards">
{cards}</ol>
<p><a href="{back}">Back to the queue</a></p>)";

bool may_decide(const SignedIn& who) { return moderation::may(who.moderator.role, moderation::Role::moderator); }

std::string_view name_of(const QueueQuery& query) { return query.reported ? "Reported" : queue_name(query.state); }

std::int64_t count_in(const QueueQuery& query, const store::Totals& totals) {
  return query.reported ? totals.reported : totals.in_state[query.state];
}

/// Returns all queues, in the order in which moderators look through them.
std::array<QueueQuery, 5> all_queues(const std::string& article) {
  return {{{.state = State::waiting, .article = article},
           {.state = State::published, .reported = true, .article = article},
           {.state = State::published, .article = article},
           {.state = State::spam, .article = article},
           {.state = State::deleted, .article = article}}};
}

Markup queues(const Call& call, const QueueQuery& query, const store::Totals& totals) {
  constexpr Template current = R"( aria-current="page")";
  Markup links;
  for (const QueueQuery& other : all_queues(query.article))
    links += Markup::fill(queue_link, {{"address", relative_address(call, other.path())},
                                       {"current", other.word() == query.word() ? Markup::fill(current, {}) : Markup()},
                                       {"name", name_of(other)},
                                       {"count", std::to_string(count_in(other, totals))}});
  return links;
}

/// Returns what a decision has done: "2 replies: from waiting to spam by Grace."
std::string sentence_for(const std::vector<store::AuditEntry>& entries) {
  return number_of_replies(entries.size()) + ": " + words_for(entries.front()) + ".";
}

/// Returns how many replies were left as they are, or nothing if there are none.
std::string sentence_for_left(const Call& call) {
  constexpr std::size_t most = 1'000'000;
  const auto left = number<std::size_t>(call.query["left"], 1, most);
  return left ? " " + number_of_replies(*left) + " had changed meanwhile, and stayed." : "";
}

/// Returns what was decided or undone last, with the button to undo it.
Markup notice_of(Services& services, const Call& call, const SignedIn& who, const QueueQuery& query) {
  if (call.query.has("undid"))
    return Markup::fill(plain_notice, {{"sentence", "The decision is undone." + sentence_for_left(call)}});
  const auto entries = call.query.has("did") ? services.decisions.changes(call.query["did"])
                                             : store::Result<std::vector<store::AuditEntry>>();
  if (!entries || entries->empty())
    return {};
  return Markup::fill(undo_form, {{"action", relative_address(call, path::undo)},
                                  {"sentence", sentence_for(*entries) + sentence_for_left(call)},
                                  {"csrf", who.csrf},
                                  {"back", query.path()},
                                  {"decision", call.query["did"]}});
}

CardView view_of(Services& services, const Call& call, const SignedIn& who, const store::Card& card) {
  const auto article = services.replies.article(card.article);
  const auto& reply = card.reply;
  return {.card = card,
          .article_title = article ? (*article)->in(reply.language).title : card.article,
          .reply_address =
              relative_address(call, "/v1/articles/" + card.article + "/" + reply_address(reply.language, reply.id)),
          .article_queue = relative_address(call, QueueQuery{.state = reply.state, .article = card.article}.path()),
          .moderator = who,
          .action = relative_address(call, path::decide),
          .back = {}};
}

Markup cards_of(Services& services, const Call& call, const SignedIn& who, const QueueQuery& query,
                const std::vector<store::Card>& cards) {
  Markup list;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    auto view = view_of(services, call, who, cards[i]);
    view.back = query.path();
    // The next card has the focus once this one is decided; on the last one the one before has it.
    if (cards.size() > 1)
      view.next = "reply-" + cards[i + 1 < cards.size() ? i + 1 : i - 1].reply.id;
    list += card_of(view);
  }
  return list.empty() ? Markup::fill(empty_queue, {}) : list;
}

Markup bulk_of(const Call& call, const SignedIn& who, const QueueQuery& query, const store::Queue& queue) {
  if (!may_decide(who) || queue.cards.empty())
    return {};
  return Markup::fill(bulk_form, {{"action", relative_address(call, path::decide)},
                                  {"csrf", who.csrf},
                                  {"back", query.path()},
                                  {"why", why_fields()}});
}

Markup article_of_queue(Services& services, const Call& call, const SignedIn& who, const QueueQuery& query) {
  return query.article.empty() ? Markup() : article_box(services, call, who, query.article, query.path());
}

Markup more_of(const Call& call, QueueQuery query, const store::Queue& queue) {
  if (queue.next.empty())
    return {};
  query.after = queue.next;
  return Markup::fill(more_link, {{"address", relative_address(call, query.path())}});
}

} // namespace

boost::asio::awaitable<Response> show_queue(Services& services, const Call& call) {
  const auto who = signed_in(services, call);
  if (!who)
    co_return who.error();
  const auto query = QueueQuery::read(call.query);
  const auto totals = services.decisions.totals();
  const auto queue = services.decisions.queue(query.request());
  if (!totals || !queue)
    co_return database_failed(call, &*who);
  const std::string name(name_of(query));
  const auto main = Markup::fill(queue_main, {{"name", name},
                                              {"links", queues(call, query, *totals)},
                                              {"home", relative_address(call, path::moderation)},
                                              {"state", query.word()},
                                              {"search", query.search},
                                              {"notice", notice_of(services, call, *who, query)},
                                              {"article", article_of_queue(services, call, *who, query)},
                                              {"bulk", bulk_of(call, *who, query, *queue)},
                                              {"cards", cards_of(services, call, *who, query, queue->cards)},
                                              {"more", more_of(call, query, *queue)}});
  co_return page_response(
      call, &*who,
      {.title = name + " – moderation",
       .main = main,
       .head = Markup::fill(queue_head, {{"keys", relative_address(call, path::moderation_keys)}})});
}

Response undone_response(Services& services, const Call& call, const SignedIn& who, const Undone& undone,
                         unsigned status) {
  Markup cards;
  for (const store::Card& card : undone.cards) {
    auto view = view_of(services, call, who, card);
    view.back = undone.back;
    view.typed = undone.typed;
    view.problem = undone.problem;
    cards += card_of(view);
  }
  const auto main = Markup::fill(
      undone_main, {{"sentence", undone.sentence}, {"cards", cards}, {"back", relative_address(call, undone.back)}});
  return page_response(call, &who, {.title = "This was not done", .main = main}, status);
}

} // namespace broadside::server::api
