#include "server/api/moderation/frame.hpp"

#include "pages/page.hpp"
#include "server/api/moderation/addresses.hpp"
#include "server/api/paths.hpp"
#include "server/api/problem.hpp"

namespace broadside::server::api {

namespace {

using pages::Markup;
using pages::Template;

constexpr Template moderation_head = R"(<meta name="robots" content="noindex">
{head})";

constexpr Template moderation_header = R"(<a href="{home}">Moderation</a>
<form method="post" action="{sign_out}">
<span class="moderator">{name}</span>
<input type="hidden" name="csrf" value="{csrf}">
<button>Sign out</button>
</form>)";

constexpr Template moderation_main = R"(<div class="broadside moderation">
{main}
</div>)";

constexpr Template sentence_main = R"(<h1>This was not done</h1>
<p class="problem" role="alert">{sentence}</p>
<p><a href="{home}">Back to moderation</a></p>)";

Markup header_of(const Call& call, const SignedIn& who) {
  return Markup::fill(moderation_header, {{"home", relative_address(call, path::moderation)},
                                          {"sign_out", relative_address(call, path::sign_out)},
                                          {"name", who.moderator.name},
                                          {"csrf", who.csrf}});
}

} // namespace

http::Response page_response(const Call& call, const SignedIn* who, const ModerationPage& page, unsigned status) {
  return {status,
          {{"Content-Type", "text/html; charset=utf-8"},
           {"Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; "
                                       "frame-ancestors 'none'; base-uri 'none'"},
           {"X-Frame-Options", "DENY"},
           {"Referrer-Policy", "same-origin"},
           {"Cache-Control", "no-store"}},
          pages::html_of({.language = "en",
                          .title = page.title,
                          .style = pages::style_sheet_link(relative_address(call, path::moderation_style)),
                          .head = Markup::fill(moderation_head, {{"head", page.head}}),
                          .header = who != nullptr ? header_of(call, *who) : Markup(),
                          .main = Markup::fill(moderation_main, {{"main", page.main}})})};
}

http::Response sentence_response(const Call& call, const SignedIn* who, std::string_view sentence, unsigned status) {
  const auto main =
      Markup::fill(sentence_main, {{"sentence", sentence}, {"home", relative_address(call, path::moderation)}});
  return page_response(call, who, {.title = "This was not done", .main = main}, status);
}

http::Response database_failed(const Call& call, const SignedIn* who) {
  auto response = sentence_response(
      call, who, "The database does not answer at the moment. Nothing was changed; try again later.", 503);
  add_retry_after(ProblemType::unavailable, response);
  return response;
}

http::Response redirect_to(const Call& call, std::string_view path) {
  return {303, {{"Location", relative_address(call, path)}, {"Cache-Control", "no-store"}}, {}};
}

} // namespace broadside::server::api
