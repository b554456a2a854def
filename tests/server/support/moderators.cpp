#include "support/moderators.hpp"

#include "server/api/moderation/addresses.hpp"
#include "server/moderation/sessions.hpp"
#include "server/process/clock.hpp"
#include "server/store/sqlite/sqlite_store.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace broadside::test {

using namespace server;

namespace {

std::unique_ptr<store::Accounts> accounts_of(const RunningServer& server) {
  auto accounts = store::open_sqlite_accounts({.file = server.options().database, .readers = 1});
  if (!accounts)
    throw std::runtime_error(accounts.error().message);
  return *std::move(accounts);
}

store::Account account_of(const std::string& name, moderation::Role role) {
  return {.name = name,
          .role = std::string(word_for(moderation::role_words, role)),
          .password = cheap_hash(moderators_password),
          .created = utc_now()};
}

} // namespace

std::string cheap_hash(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (sodium_init() < 0 || crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_MIN,
                                             crypto_pwhash_MEMLIMIT_MIN) != 0)
    throw std::runtime_error("no hash");
  return hash.data();
}

void add_moderator(const RunningServer& server, const std::string& name, moderation::Role role) {
  if (!accounts_of(server)->add(account_of(name, role)).value())
    throw std::runtime_error("there is a moderator of that name");
}

ModeratorsBrowser signed_in_as(const RunningServer& server, const std::string& name, moderation::Role role) {
  const auto accounts = accounts_of(server);
  const auto account = account_of(name, role);
  accounts->add(account).value();
  moderation::Sessions sessions(*accounts, utc_now);
  const auto token = sessions.start(account).value().value();
  return {"broadside-session=" + token, sessions.find(token).value().value().csrf};
}

Answer send_sign_in(const RunningServer& server, const std::string& name, const std::string& password,
                    const Fields& fields, const std::string& more) {
  return server.ask(post("/moderation/sign-in", "application/x-www-form-urlencoded",
                         "name=" + api::encoded(name) + "&password=" + api::encoded(password) + more, fields));
}

std::string kept_cookie(const Answer& answer) {
  const auto cookie = answer.field("Set-Cookie");
  return cookie.substr(0, cookie.find(';'));
}

} // namespace broadside::test
