#include "server/moderation/administration.hpp"

#include "server/moderation/password.hpp"

namespace broadside::server::moderation {

namespace {

tl::unexpected<Error> fault(std::string code, std::string where, std::string message) {
  return tl::unexpected(Error{std::move(code), std::move(where), std::move(message)});
}

tl::unexpected<Error> database_failed(const store::Failure& failure) {
  return fault("database-failed", "", "Nothing was changed: " + store::sentence_of(failure) + ".");
}

tl::unexpected<Error> unknown_moderator(store::Accounts& accounts, const std::string& name) {
  std::string names;
  if (const auto all = accounts.all())
    for (const auto& account : *all)
      names.append(names.empty() ? "" : ", ").append(account.name);
  return fault("unknown-moderator", name,
               "There is no such moderator. " + (names.empty() ? "There are none yet." : "There are: " + names + "."));
}

tl::expected<void, Error> done_to(store::Accounts& accounts, const std::string& name,
                                  const store::Result<bool>& is_done) {
  if (!is_done)
    return database_failed(is_done.error());
  if (!*is_done)
    return unknown_moderator(accounts, name);
  return {};
}

} // namespace

tl::expected<void, Error> check_name(const std::string& name) {
  if (is_moderator_name(name))
    return {};
  return fault("name-malformed", "NAME",
               "A name has 1 to " + std::to_string(longest_moderator_name) +
                   " visible characters. Single spaces may stand between them.");
}

tl::expected<void, Error> check_password(const std::string& password) {
  if (is_password(password))
    return {};
  return fault("password-malformed", "password",
               "A password has " + std::to_string(shortest_password) + " to " + std::to_string(longest_password) +
                   " characters, whichever they are. Several words are easier to remember than signs.");
}

tl::expected<store::Account, Error> find_moderator(store::Accounts& accounts, const std::string& name) {
  auto found = accounts.find(name);
  if (!found)
    return database_failed(found.error());
  if (!*found)
    return unknown_moderator(accounts, name);
  return **std::move(found);
}

tl::expected<void, Error> add_moderator(store::Accounts& accounts, const NewModerator& moderator,
                                        const std::string& now) {
  if (auto checked = check_name(moderator.name); !checked)
    return checked;
  if (auto checked = check_password(moderator.password); !checked)
    return checked;
  const auto is_added = accounts.add({.name = moderator.name,
                                      .role = std::string(word_for(role_words, moderator.role)),
                                      .password = hash_of_password(moderator.password),
                                      .totp_secret = moderator.totp_secret,
                                      .created = now});
  if (!is_added)
    return database_failed(is_added.error());
  if (!*is_added)
    return fault("moderator-exists", moderator.name,
                 "There is a moderator of this name. Another password is given by: broadside moderator password.");
  return {};
}

tl::expected<void, Error> remove_moderator(store::Accounts& accounts, const std::string& name) {
  return done_to(accounts, name, accounts.remove(name));
}

tl::expected<void, Error> change_password(store::Accounts& accounts, const std::string& name,
                                          const std::string& password) {
  if (auto checked = check_password(password); !checked)
    return checked;
  return done_to(accounts, name, accounts.change_password(name, hash_of_password(password)));
}

tl::expected<std::vector<store::Account>, Error> list_moderators(store::Accounts& accounts) {
  auto all = accounts.all();
  if (!all)
    return database_failed(all.error());
  return *std::move(all);
}

} // namespace broadside::server::moderation
