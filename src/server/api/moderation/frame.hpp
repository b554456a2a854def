#pragma once

#include "pages/markup.hpp"
#include "server/api/moderation/guard.hpp"
#include "server/api/route.hpp"

#include <string>
#include <string_view>

namespace broadside::server::api {

/// The content of a page for moderators, within the frame that they all have.
struct ModerationPage {
  std::string title;
  pages::Markup main;
  /// The additional lines of `<head>`.
  pages::Markup head = {};
};

/// Returns the page with its header: the moderator's name and the button to sign out, if somebody is signed in. No
/// other site may frame or read it, nothing keeps it, and it has scripts and styles of this server alone.
http::Response page_response(const Call&, const SignedIn*, const ModerationPage&, unsigned status = 200);

/// Returns a page that says in one sentence why something was not done.
http::Response sentence_response(const Call&, const SignedIn*, std::string_view sentence, unsigned status);

/// Returns a page that says that the database fails, and when to try again.
http::Response database_failed(const Call&, const SignedIn* = nullptr);

/// Returns the response that leads to another path of this server, once a form was sent or somebody has to sign in.
http::Response redirect_to(const Call&, std::string_view path);

} // namespace broadside::server::api
