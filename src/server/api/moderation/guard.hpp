#pragma once

#include "server/api/route.hpp"
#include "server/moderation/moderator.hpp"

#include <tl/expected.hpp>

#include <string>

namespace broadside::server::api {

/// The moderator who sent a request.
struct SignedIn {
  moderation::Moderator moderator;
  /// The value of the field `csrf` in each form that the page has.
  std::string csrf;
};

/// The name of the field in which a form sends SignedIn::csrf back.
constexpr std::string_view csrf_field = "csrf";

/// Returns who sent the request. If nobody is signed in, the response leads to the page on which to sign in, and from
/// there back to this one.
tl::expected<SignedIn, http::Response> signed_in(Services&, const Call&);

/// Reads the form that a browser sends. The response says what is wrong with it.
tl::expected<Parameters, http::Response> read_moderation_form(const Call&);

struct SignedForm {
  Parameters form;
  SignedIn sender;
};

/// Reads a form, if a page of this server sent it, on behalf of a moderator whose role is enough. Otherwise the
/// response says why not.
tl::expected<SignedForm, http::Response> read_signed_form(Services&, const Call&, moderation::Role needs);

/// Returns whether a page of this very server sent the request, as browsers tell it.
bool is_from_own_page(const http::Request&);

} // namespace broadside::server::api
