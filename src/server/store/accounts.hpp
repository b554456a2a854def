#pragma once

#include "core/error.hpp"
#include "server/store/store.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace broadside::server::store {

class Access;
class Database;

/// A moderator as the database keeps one. Two names that differ only in case are the same name.
struct Account {
  std::string name;
  /// A word of moderation::role_words.
  std::string role;
  /// A hash of the password.
  std::string password;
  /// The secret of one-time codes; empty if the moderator uses none.
  std::string totp_secret = {};
  /// The time as RFC 3339, in UTC.
  std::string created;
};

/// The time during which a moderator stays signed in. All times are RFC 3339, in UTC.
struct Session {
  /// The fingerprint of the secret that the moderator's browser has.
  std::string token;
  std::string moderator;
  /// The moderator's role now. It is not written.
  std::string role = {};
  std::string created;
  /// The time at which it was used last, to a minute or so.
  std::string seen;
  /// The time at which it ends at the latest.
  std::string expires;
};

/// Moderators and their sessions. Calls block. Every function may be called from several threads. Those that write
/// wait for each other, and have a connection of their own to the database, so that nobody who replies waits for them.
class Accounts {
public:
  /// Takes a database whose tables are up to date and whose readers are open.
  explicit Accounts(std::unique_ptr<Database>);
  Accounts(const Accounts&) = delete;
  Accounts& operator=(const Accounts&) = delete;
  ~Accounts();

  /// Returns false if there is a moderator of that name.
  Result<bool> add(const Account&);
  Result<std::optional<Account>> find(const std::string& name);
  /// Returns all moderators by their names.
  Result<std::vector<Account>> all();

  /// Removes a moderator, or changes a moderator's password, and ends their sessions. Returns false if there is no such
  /// moderator.
  Result<bool> remove(const std::string& name);
  Result<bool> change_password(const std::string& name, const std::string& password);

  /// Notes that a moderator has used the one-time code of that step of time. Returns false if that one or a later one
  /// was used before.
  Result<bool> use_code(const std::string& name, std::int64_t step);

  /// Begins a session, if the moderator still has that password's hash. Returns false if not. Sessions that have
  /// expired, or were not seen since `idle_since`, are removed.
  Result<bool> start_session(const Session&, const std::string& password, const std::string& idle_since);
  /// Finds the session with that fingerprint, even if it has ended by now.
  Result<std::optional<Session>> session(const std::string& token);
  Result<void> note_use(const std::string& token, const std::string& time);
  Result<void> end_session(const std::string& token);

private:
  std::unique_ptr<Access> access_;
};

/// Brings the database's tables up to date, and returns the accounts in it. Throws what SOCI throws if the database
/// cannot be read. Errors: database-newer (a newer Broadside made it), migration-failed.
tl::expected<std::unique_ptr<Accounts>, Error> accounts_in(std::unique_ptr<Database>);

} // namespace broadside::server::store
