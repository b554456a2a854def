#include "server/api/replies_page.hpp"

#include "core/html/element.hpp"
#include "core/html/text_writer.hpp"
#include "core/language/direction.hpp"
#include "messages/built_in_messages.hpp"
#include "server/api/address.hpp"

namespace broadside::server::api {

namespace {

using E = html::Element;
using T = html::TextAttribute;
using U = html::UrlAttribute;
using language::Message;

/// The elements that no vocabulary has, and so no writer can write. The holes are filled with what writers have
/// written, with language tags, and with addresses of our own making.
constexpr std::string_view page_start = R"(<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="stylesheet" href="{style}">
</head>
<body class="broadside-page">
<main class="broadside">
)";
constexpr std::string_view page_end = "\n</main>\n</body>\n</html>\n";
constexpr std::string_view form_start =
    R"(<form class="form" method="post" action="{action}" aria-labelledby="reply-form-title">)";
constexpr std::string_view form_end = "</form>";

std::string filled(std::string_view text, std::string_view hole, std::string_view value) {
  std::string out(text);
  out.replace(out.find(hole), hole.size(), value);
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  html::TextWriter(out).text(text);
  return out;
}

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

void write_next(const std::string& address, const language::Messages& words, html::Writer& writer) {
  html::element(writer, E::p, {{T::class_, "actions"}}, [&] {
    html::text_element(writer, E::a, {{U::href, html::Url::check(address)}}, words[Message::replies_more]);
  });
}

/// What view::fields does not say: why the form has come back.
void write_failure(view::Form::Status status, const language::Messages& words, html::Writer& writer) {
  if (status == view::Form::Status::idle)
    return;
  const auto message = status == view::Form::Status::busy ? Message::failed_busy : Message::failed_refused;
  html::text_element(writer, E::p, {{T::class_, "problem"}, {T::role, "alert"}}, words[message]);
}

std::string form_of(const RepliesPage& page, const language::Messages& words) {
  const auto action = replies_address("?language=" + page.language);
  std::string out = filled(form_start, "{action}", action);
  html::TextWriter writer(out);
  write_failure(page.form->status, words, writer);
  view::fields(*page.form, words, writer);
  return out.append(form_end);
}

std::string html_of(const RepliesPage& page) {
  const auto& translation = page.article.in(page.language);
  const auto& words = language::built_in_messages(page.language);
  auto out = filled(page_start, "{language}", words.language());
  out = filled(out, "{direction}", language::name(language::direction(words.language())));
  out = filled(out, "{style}", style_sheet_address);
  out = filled(out, "{title}", escaped(translation.title));

  html::TextWriter writer(out);
  write_head(translation, words, writer);
  if (page.thread)
    view::thread(*page.thread, words, writer);
  if (!page.next.empty())
    write_next(page.next, words, writer);
  if (!page.article.replies_open)
    html::text_element(writer, E::p, {{T::class_, "hint"}}, words[Message::replies_closed]);
  if (page.form)
    out.append(form_of(page, words));
  return out.append(page_end);
}

} // namespace

http::Response response_of(const RepliesPage& page, unsigned status) {
  return {status,
          {{"Content-Type", "text/html; charset=utf-8"},
           {"Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
                                       "frame-ancestors 'none'"},
           // Not "no-referrer": under it the form would be sent with the origin "null", and refused.
           {"Referrer-Policy", "same-origin"},
           // The page may hold what somebody has typed.
           {"Cache-Control", "no-store"}},
          html_of(page)};
}

} // namespace broadside::server::api
