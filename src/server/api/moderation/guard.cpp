#include "server/api/moderation/guard.hpp"

#include "server/api/cross_origin.hpp"
#include "server/api/moderation/addresses.hpp"
#include "server/api/moderation/frame.hpp"
#include "server/api/moderation/session_cookie.hpp"
#include "server/api/paths.hpp"
#include "server/api/services.hpp"
#include "server/api/submission.hpp"
#include "server/process/secret.hpp"

#include <optional>

namespace broadside::server::api {

namespace {

using http::Response;

/// Returns who sent the request, or nobody.
tl::expected<std::optional<SignedIn>, Response> sender_of(Services& services, const Call& call) {
  auto session = services.sessions.find(session_token(call.request));
  if (!session)
    return tl::unexpected(database_failed(call));
  if (!*session)
    return std::optional<SignedIn>();
  return std::optional(SignedIn{std::move((*session)->moderator), std::move((*session)->csrf)});
}

/// A form cannot be sent again by following an address, so that only pages have a way back.
Response to_sign_in(const Call& call) {
  const bool is_page = call.request.method != "POST";
  const auto way_back = is_page ? local_path(own_path(call)) : std::nullopt;
  return redirect_to(call, std::string(path::sign_in) + (way_back ? "?next=" + encoded(*way_back) : ""));
}

tl::unexpected<Response> forbidden(const Call& call, const SignedIn& who, std::string_view sentence) {
  return tl::unexpected(sentence_response(call, &who, sentence, 403));
}

} // namespace

tl::expected<SignedIn, Response> signed_in(Services& services, const Call& call) {
  auto sender = sender_of(services, call);
  if (!sender)
    return tl::unexpected(std::move(sender.error()));
  if (!*sender)
    return tl::unexpected(to_sign_in(call));
  return **std::move(sender);
}

tl::expected<Parameters, Response> read_moderation_form(const Call& call) {
  if (sent_as(call.request) != SentAs::form)
    return tl::unexpected(sentence_response(call, nullptr, "This takes forms as browsers send them.", 415));
  auto form = Parameters::parse(call.request.body);
  if (!form)
    return tl::unexpected(sentence_response(call, nullptr, "The form is not well encoded, or not in UTF-8.", 400));
  return *std::move(form);
}

tl::expected<SignedForm, Response> read_signed_form(Services& services, const Call& call, moderation::Role needs) {
  auto form = read_moderation_form(call);
  if (!form)
    return tl::unexpected(std::move(form.error()));
  if (!is_from_own_page(call.request))
    return tl::unexpected(sentence_response(
        call, nullptr, "The form was sent from another site's page. Open the moderation page itself.", 403));
  auto sender = signed_in(services, call);
  if (!sender)
    return tl::unexpected(std::move(sender.error()));
  if (!is_same_secret((*form)[csrf_field], sender->csrf))
    return forbidden(call, *sender, "The form is of an earlier session. Go back, load the page again, and repeat it.");
  if (!moderation::may(sender->moderator.role, needs))
    return forbidden(call, *sender, "Your role does not allow this. Ask an owner.");
  return SignedForm{*std::move(form), *std::move(sender)};
}

bool is_from_own_page(const http::Request& request) {
  // Browsers tell this truly where the connection is safe; they have the origin alone elsewhere. Nobody but the reader
  // sends a request with "none".
  const auto site = request.field("Sec-Fetch-Site");
  if (!site.empty())
    return site == "same-origin" || site == "none";
  return is_own_origin(request.field("Origin"), request);
}

} // namespace broadside::server::api
