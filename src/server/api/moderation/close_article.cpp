#include "server/api/moderation/close_article.hpp"

#include "server/api/moderation/addresses.hpp"
#include "server/api/moderation/card_words.hpp"
#include "server/api/moderation/frame.hpp"
#include "server/api/moderation/why.hpp"
#include "server/api/paths.hpp"
#include "server/api/services.hpp"
#include "server/process/clock.hpp"

#include <optional>

namespace asio = boost::asio;

namespace broadside::server::api {

namespace {

using http::Response;
using pages::Markup;
using pages::Template;

constexpr Template article_frame = R"(<section class="article-box" aria-labelledby="article">
<h2 id="article"><bdi>{title}</bdi></h2>
<p class="facts">{state}</p>
{form}{history}</section>
)";

constexpr Template closing_form = R"(<form method="post" action="{action}">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="article" value="{article}">
<input type="hidden" name="back" value="{back}">
<p class="buttons"><button name="replies" value="{word}">{label}</button></p>
{why}</form>
)";

constexpr Template closing_history = R"(<ul>{entries}</ul>
)";

constexpr Template closing_entry = R"(<li><time datetime="{datetime}">{time}</time>: {words}</li>
)";

constexpr Words<bool, 2> closing_words = {{{"close", true}, {"open", false}}};

Markup closings_of(Services& services, const std::string& article) {
  const auto closings = services.records.closings(article);
  Markup entries;
  if (closings)
    for (const store::Closing& closing : *closings)
      entries += Markup::fill(
          closing_entry,
          {{"datetime", closing.time}, {"time", words_for_time(closing.time)}, {"words", words_for(closing)}});
  return entries.empty() ? Markup() : Markup::fill(closing_history, {{"entries", entries}});
}

Markup form_of(const Call& call, const SignedIn& who, const std::string& article, bool is_closed,
               const std::string& back) {
  if (!moderation::may(who.moderator.role, moderation::Role::moderator))
    return {};
  return Markup::fill(closing_form, {{"action", relative_address(call, path::close_article)},
                                     {"csrf", who.csrf},
                                     {"article", article},
                                     {"back", back},
                                     {"word", word_for(closing_words, !is_closed)},
                                     {"label", is_closed ? "Open the replies again" : "Close the replies"},
                                     {"why", why_fields()}});
}

std::string sentence_for_state(bool is_closed, bool takes_replies) {
  if (is_closed)
    return "A moderator has closed it: it takes no more replies.";
  return takes_replies ? "It takes replies." : "It takes no replies, by the publisher's or the operator's settings.";
}

} // namespace

Markup article_box(Services& services, const Call& call, const SignedIn& who, const std::string& id,
                   const std::string& back) {
  const auto article = services.replies.article(id);
  if (!article)
    return {};
  const bool is_closed = services.closures.has(id);
  return Markup::fill(article_frame,
                      {{"title", (*article)->translations.front().title},
                       {"state", sentence_for_state(is_closed, services.replies.takes_replies(**article))},
                       {"form", form_of(call, who, id, is_closed, back)},
                       {"history", closings_of(services, id)}});
}

asio::awaitable<Response> close_article(Services& services, const Call& call) {
  const auto sent = read_signed_form(services, call, moderation::Role::moderator);
  if (!sent)
    co_return sent.error();
  const auto& [form, who] = *sent;
  const auto closes = value_of(closing_words, form["replies"]);
  const auto why = why_in(form);
  if (!closes || !why)
    co_return sentence_response(call, &who, closes ? why_too_long : "The form says neither close nor open.", 422);
  const auto article = services.replies.article(form["article"]);
  if (!article)
    co_return sentence_response(call, &who, "There is no such article.", 404);
  const auto changed = services.closures.change({.article = (*article)->id,
                                                 .closes = *closes,
                                                 .actor = "moderator " + who.moderator.name,
                                                 .why = why->words,
                                                 .time = utc_now()});
  if (!changed)
    co_return database_failed(call, &who);
  co_return redirect_to(call, local_path(form["back"]).value_or(std::string(path::moderation)));
}

} // namespace broadside::server::api
