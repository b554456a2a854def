#pragma once

#include "server/moderation/moderator.hpp"
#include "support/client.hpp"
#include "support/running_server.hpp"

#include <string>
#include <string_view>

namespace broadside::test {

constexpr auto moderators_password = "correct horse battery";

/// Returns a hash of the password that costs next to nothing to make and to try.
std::string cheap_hash(std::string_view password);

/// Adds a moderator with moderators_password to the server's database.
void add_moderator(const RunningServer&, const std::string& name,
                   server::moderation::Role role = server::moderation::Role::moderator);

/// A moderator's browser that is signed in.
struct ModeratorsBrowser {
  /// The value of the field Cookie.
  std::string cookie;
  /// The value that forms send in the field `csrf`.
  std::string csrf;

  /// Returns the fields with which it asks for a page.
  Fields fields() const { return {{"Cookie", cookie}}; }
  /// Returns the fields with which it sends a form of this server's.
  Fields form_fields() const { return {{"Cookie", cookie}, {"Origin", "http://localhost"}}; }
};

/// Adds a moderator, and signs the moderator in without a password.
ModeratorsBrowser signed_in_as(const RunningServer&, const std::string& name,
                               server::moderation::Role role = server::moderation::Role::moderator);

/// Sends the form of the sign-in page.
Answer send_sign_in(const RunningServer&, const std::string& name, const std::string& password = moderators_password,
                    const Fields& fields = {{"Origin", "http://localhost"}}, const std::string& more = {});

/// Returns what a browser sends back of the answer's cookie: "name=value".
std::string kept_cookie(const Answer&);

} // namespace broadside::test
