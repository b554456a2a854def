#pragma once

#include "core/error.hpp"
#include "server/moderation/moderator.hpp"
#include "server/store/accounts.hpp"

#include <tl/expected.hpp>

#include <string>

/// The commands by which an operator names moderators. The errors are sentences for the operator.
namespace broadside::server::moderation {

struct NewModerator {
  std::string name;
  Role role = Role::moderator;
  std::string password;
  /// The secret of one-time codes; empty if the moderator is to use none.
  std::string totp_secret = {};
};

/// Returns whether somebody may have that name. Errors: name-malformed.
tl::expected<void, Error> check_name(const std::string& name);

/// Returns whether somebody may have that password. Errors: password-malformed.
tl::expected<void, Error> check_password(const std::string& password);

/// Finds the moderator of that name, in whatever case. Errors: unknown-moderator, database-failed.
tl::expected<store::Account, Error> find_moderator(store::Accounts&, const std::string& name);

/// Errors: name-malformed, password-malformed, moderator-exists, database-failed.
tl::expected<void, Error> add_moderator(store::Accounts&, const NewModerator&, const std::string& now);

/// Removes the moderator, and ends the moderator's sessions. Errors: unknown-moderator, database-failed.
tl::expected<void, Error> remove_moderator(store::Accounts&, const std::string& name);

/// Gives the moderator another password, and ends the moderator's sessions. Errors: password-malformed,
/// unknown-moderator, database-failed.
tl::expected<void, Error> change_password(store::Accounts&, const std::string& name, const std::string& password);

/// Returns all moderators by their names. Errors: database-failed.
tl::expected<std::vector<store::Account>, Error> list_moderators(store::Accounts&);

} // namespace broadside::server::moderation
