#include "server/api/moderation/sign_in_page.hpp"

#include "server/api/moderation/addresses.hpp"
#include "server/api/moderation/frame.hpp"
#include "server/api/moderation/guard.hpp"
#include "server/api/moderation/session_cookie.hpp"
#include "server/api/paths.hpp"
#include "server/api/services.hpp"

namespace asio = boost::asio;

namespace broadside::server::api {

namespace {

using http::Response;
using moderation::NotSignedIn;
using pages::Markup;
using pages::Template;

constexpr Template sign_in_form = R"(<form class="form sign-in" method="post" action="{action}">
<h1>Sign in</h1>
{problem}<input type="hidden" name="next" value="{next}">
<div class="field"><label for="name">Name</label>
<input id="name" name="name" value="{name}" autocomplete="username" autocapitalize="none" spellcheck="false" required{name_state}></div>
<div class="field"><label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required{password_state}></div>
<div class="field"><label for="code">One-time code, if you use one</label>
<input id="code" name="code" autocomplete="one-time-code" inputmode="numeric"{code_state}></div>
<p><button class="send">Sign in</button></p>
</form>)";

constexpr Template sign_in_problem = R"(<p id="problem" class="problem" role="alert">{sentence}</p>
)";

constexpr Template focused = " autofocus";

constexpr Template faulty = R"( aria-invalid="true" aria-describedby="problem")";

/// The parameter by which the page's address says that somebody has just signed in.
constexpr std::string_view signed_in_mark = "signed-in";

struct SignInPage {
  /// The path to which it leads; empty for the first page of moderators.
  std::string next;
  std::string name = {};
  std::string problem = {};
  bool is_wrong = false;
  unsigned status = 200;
};

Response response_of(const Call& call, const SignInPage& page) {
  const bool has_problem = !page.problem.empty();
  const auto problem = has_problem ? Markup::fill(sign_in_problem, {{"sentence", page.problem}}) : Markup();
  const auto state = page.is_wrong ? Markup::fill(faulty, {}) : Markup();
  // The first field that is to be filled in has the focus.
  auto name_state = state;
  auto password_state = state;
  (page.name.empty() ? name_state : password_state) += Markup::fill(focused, {});
  const auto main = Markup::fill(sign_in_form, {{"action", relative_address(call, path::sign_in)},
                                                {"problem", problem},
                                                {"next", page.next},
                                                {"name", page.name},
                                                {"name_state", name_state},
                                                {"password_state", password_state},
                                                {"code_state", state}});
  return page_response(call, nullptr, {.title = has_problem ? "Problem: sign in" : "Sign in", .main = main},
                       page.status);
}

std::string next_of(const Parameters& parameters) { return local_path(parameters["next"]).value_or(""); }

std::string or_moderation(const std::string& next) { return next.empty() ? std::string(path::moderation) : next; }

/// Returns "in 1 minute" or "in 12 minutes".
std::string in_minutes(std::chrono::seconds wait) {
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
  return "in " + std::to_string(minutes) + (minutes == 1 ? " minute" : " minutes");
}

SignInPage page_of(const NotSignedIn& failure) {
  switch (failure.reason) {
  case NotSignedIn::Reason::wrong:
    return {.next = {}, .problem = "Name, password or one-time code is wrong.", .is_wrong = true, .status = 403};
  case NotSignedIn::Reason::too_many:
    return {.next = {},
            .problem = "There were too many attempts. Try again " + in_minutes(failure.wait) + ".",
            .status = 429};
  case NotSignedIn::Reason::busy:
    return {.next = {}, .problem = "Many are signing in at the moment. Try again in some seconds.", .status = 503};
  default:
    return {.next = {}, .problem = "The database does not answer at the moment. Try again later.", .status = 503};
  }
}

Response failed(const Call& call, const Parameters& form, const NotSignedIn& failure) {
  auto page = page_of(failure);
  page.next = next_of(form);
  page.name = moderation::is_moderator_name(form["name"]) ? form["name"] : "";
  auto response = response_of(call, page);
  if (failure.wait.count() > 0)
    response.fields.push_back({"Retry-After", std::to_string(failure.wait.count())});
  return response;
}

/// Returns the response that has the browser keep the token, and show then whether it did.
Response began(const Call& call, const Parameters& form, const std::string& token) {
  const auto next = next_of(form);
  auto response = redirect_to(call, std::string(path::sign_in) + "?" + std::string(signed_in_mark) +
                                        (next.empty() ? "" : "&next=" + encoded(next)));
  response.fields.push_back(session_cookie(call.request, token));
  return response;
}

/// Ends the session that the browser had before, since its new token takes the old one's place.
void end_session(Services& services, const Call& call) {
  const auto token = session_token(call.request);
  // If the database fails here, the session ends when its time is over.
  if (!token.empty()) [[maybe_unused]]
    const auto ended = services.sessions.end(token);
}

} // namespace

asio::awaitable<Response> show_sign_in(Services& services, const Call& call) {
  const auto next = next_of(call.query);
  const auto session = services.sessions.find(session_token(call.request));
  if (session && *session)
    co_return redirect_to(call, or_moderation(next));
  SignInPage page{.next = next};
  if (call.query.has(signed_in_mark))
    page.problem = "Name and password are right, but the browser has not kept the session. Open this page over HTTPS, "
                   "and let the browser keep cookies of this site.";
  co_return response_of(call, page);
}

asio::awaitable<Response> sign_in(Services& services, const Call& call) {
  if (!is_from_own_page(call.request))
    co_return sentence_response(call, nullptr, "The form was sent from another site's page. Open the page itself.",
                                403);
  const auto form = read_moderation_form(call);
  if (!form)
    co_return form.error();
  moderation::Attempt attempt{(*form)["name"], (*form)["password"], (*form)["code"], call.request.client};
  const auto token = co_await services.sign_in.attempt(std::move(attempt));
  if (!token)
    co_return failed(call, *form, token.error());
  end_session(services, call);
  co_return began(call, *form, *token);
}

asio::awaitable<Response> sign_out(Services& services, const Call& call) {
  if (const auto sent = read_signed_form(services, call, moderation::Role::reader); !sent)
    co_return sent.error();
  end_session(services, call);
  auto response = redirect_to(call, path::sign_in);
  response.fields.push_back(no_session_cookie(call.request));
  co_return response;
}

} // namespace broadside::server::api
