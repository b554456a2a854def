#include "server/api/replies_page.hpp"

#include "core/html/element.hpp"
#include "core/language/direction.hpp"
#include "messages/built_in_messages.hpp"
#include "pages/page.hpp"
#include "pages/reply_form.hpp"
#include "server/api/address.hpp"
#include "server/api/readers_page.hpp"

#include <algorithm>

namespace broadside::server::api {

namespace {

using E = html::Element;
using T = html::TextAttribute;
using U = html::UrlAttribute;
using language::Message;
using pages::Markup;
using pages::Template;

constexpr Template box = R"(<div class="broadside">
{thread}{form}</div>)";

void write_head(const ArticleInfo::Translation& translation, const language::Messages& words, html::Writer& writer) {
  const auto direction = language::name(language::direction(translation.language));
  html::text_element(writer, E::h1, {{T::lang, translation.language}, {T::dir, direction}}, translation.title);
  const auto url = html::Url::check(translation.url);
  if (!url || !url->is_web())
    return;
  html::element(writer, E::p, {}, [&] {
    html::text_element(writer, E::a, {{U::href, url}}, words[Message::back_to_article]);
  });
}

void write_link(const std::string& address, std::string_view label, html::Writer& writer) {
  html::element(writer, E::p, {{T::class_, "actions"}}, [&] {
    html::text_element(writer, E::a, {{U::href, html::Url::check(address)}}, label);
  });
}

/// Writes why the form has come back, if view::fields does not say so.
void write_failure(view::Form::Status status, const language::Messages& words, html::Writer& writer) {
  if (status == view::Form::Status::idle)
    return;
  const auto message = status == view::Form::Status::busy ? Message::failed_busy : Message::failed_refused;
  html::text_element(writer, E::p, {{T::class_, "problem"}, {T::role, "alert"}}, words[message]);
}

void write_thread(const RepliesPage& page, const language::Messages& words, html::Writer& writer) {
  write_head(page.article.in(page.language), words, writer);
  if (page.says_waiting)
    html::text_element(writer, E::p, {{T::class_, "status"}, {T::role, "status"}}, words[Message::sent_waiting]);
  if (page.thread)
    view::thread(*page.thread, words, writer);
  if (!page.next.empty())
    write_link(page.next, words[Message::replies_more], writer);
  if (page.is_branch)
    write_link(replies_address({.language = page.language}), words[Message::replies_read], writer);
  if (page.is_closed)
    html::text_element(writer, E::p, {{T::class_, "hint"}}, words[Message::replies_closed]);
}

Markup form_of(const RepliesPage& page, const language::Messages& words) {
  if (!page.form)
    return {};
  const auto fields = Markup::tree([&](html::Writer& writer) {
    write_failure(page.form->status, words, writer);
    view::fields(*page.form, words, writer);
    if (!page.parent.empty())
      write_link(reply_address(page.language, page.parent), words[Message::cancel_reply], writer);
  });
  return pages::reply_form(replies_address({.language = page.language, .parent = page.parent}), words, fields);
}

pages::Page page_of(const RepliesPage& page) {
  const auto& words = language::built_in_messages(page.language);
  const auto thread = Markup::tree([&](html::Writer& writer) { write_thread(page, words, writer); });
  return {.language = std::string(words.language()),
          .title = page.article.in(page.language).title,
          .style = pages::style_sheet_link(style_sheet_address()),
          .main = Markup::fill(box, {{"thread", thread}, {"form", form_of(page, words)}})};
}

} // namespace

void answer(const std::string& parent, const std::vector<reply::Reply>& replies, RepliesPage& page) {
  const auto found =
      std::find_if(replies.begin(), replies.end(), [&](const reply::Reply& reply) { return reply.id == parent; });
  if (found == replies.end() || found->state != reply::State::published)
    return;
  page.parent = parent;
  page.form->purpose = view::Form::Purpose::answer;
  page.form->parent_name = found->name;
}

http::Response response_of(const RepliesPage& page, unsigned status) { return readers_page(page_of(page), status); }

} // namespace broadside::server::api
