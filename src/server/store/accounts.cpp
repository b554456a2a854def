#include "server/store/accounts.hpp"

#include "core/unicode/case_folding.hpp"
#include "server/store/access.hpp"

#include <soci/soci.h>

namespace broadside::server::store {

namespace {

constexpr auto account_columns = "name, role, password, totp_secret, created";

/// Returns whether the statement changed a row.
bool changes(soci::statement statement) {
  statement.execute(true);
  return statement.get_affected_rows() > 0;
}

void end_sessions_of(soci::session& sql, const std::string& key) {
  sql << "DELETE FROM sessions WHERE moderator = :key", soci::use(key);
}

} // namespace

Accounts::Accounts(std::unique_ptr<Database> database) : access_(std::make_unique<Access>(std::move(database))) {}

Accounts::~Accounts() = default;

Result<bool> Accounts::add(const Account& account) {
  const auto key = unicode::fold_case(account.name);
  return access_->writing([&](soci::session& sql) {
    return changes((sql.prepare << "INSERT INTO moderators (key, name, role, password, totp_secret, totp_step, created)"
                                   " VALUES (:key, :name, :role, :password, :secret, 0, :created)"
                                   " ON CONFLICT (key) DO NOTHING",
                    soci::use(key), soci::use(account.name), soci::use(account.role), soci::use(account.password),
                    soci::use(account.totp_secret), soci::use(account.created)));
  });
}

Result<std::optional<Account>> Accounts::find(const std::string& name) {
  const auto key = unicode::fold_case(name);
  return access_->reading([&](soci::session& sql) -> std::optional<Account> {
    Account account;
    sql << "SELECT " << account_columns << " FROM moderators WHERE key = :key", soci::into(account.name),
        soci::into(account.role), soci::into(account.password), soci::into(account.totp_secret),
        soci::into(account.created), soci::use(key);
    if (!sql.got_data())
      return std::nullopt;
    return account;
  });
}

Result<std::vector<Account>> Accounts::all() {
  return access_->reading([&](soci::session& sql) {
    std::vector<Account> accounts;
    Account account;
    soci::statement select = (sql.prepare << "SELECT " << account_columns << " FROM moderators ORDER BY key",
                              soci::into(account.name), soci::into(account.role), soci::into(account.password),
                              soci::into(account.totp_secret), soci::into(account.created));
    select.execute();
    while (select.fetch())
      accounts.push_back(account);
    return accounts;
  });
}

Result<bool> Accounts::remove(const std::string& name) {
  const auto key = unicode::fold_case(name);
  return access_->writing([&](soci::session& sql) {
    end_sessions_of(sql, key);
    return changes((sql.prepare << "DELETE FROM moderators WHERE key = :key", soci::use(key)));
  });
}

Result<bool> Accounts::change_password(const std::string& name, const std::string& password) {
  const auto key = unicode::fold_case(name);
  return access_->writing([&](soci::session& sql) {
    end_sessions_of(sql, key);
    return changes((sql.prepare << "UPDATE moderators SET password = :password WHERE key = :key", soci::use(password),
                    soci::use(key)));
  });
}

Result<bool> Accounts::use_code(const std::string& name, std::int64_t step) {
  const auto key = unicode::fold_case(name);
  return access_->writing([&](soci::session& sql) {
    return changes((sql.prepare << "UPDATE moderators SET totp_step = :step WHERE key = :key AND totp_step < :used",
                    soci::use(step, "step"), soci::use(key, "key"), soci::use(step, "used")));
  });
}

Result<bool> Accounts::start_session(const Session& session, const std::string& password,
                                     const std::string& idle_since) {
  const auto key = unicode::fold_case(session.moderator);
  return access_->writing([&](soci::session& sql) {
    sql << "DELETE FROM sessions WHERE expires <= :now OR seen < :idle_since", soci::use(session.created),
        soci::use(idle_since);
    return changes((sql.prepare << "INSERT INTO sessions (token, moderator, created, seen, expires)"
                                   " SELECT :token, key, :created, :seen, :expires FROM moderators"
                                   " WHERE key = :key AND password = :password",
                    soci::use(session.token), soci::use(session.created), soci::use(session.seen),
                    soci::use(session.expires), soci::use(key), soci::use(password)));
  });
}

Result<std::optional<Session>> Accounts::session(const std::string& token) {
  return access_->reading([&](soci::session& sql) -> std::optional<Session> {
    Session session{.token = token, .moderator = {}, .created = {}, .seen = {}, .expires = {}};
    sql << "SELECT name, role, sessions.created, seen, expires FROM sessions"
           " JOIN moderators ON moderators.key = sessions.moderator WHERE token = :token",
        soci::into(session.moderator), soci::into(session.role), soci::into(session.created), soci::into(session.seen),
        soci::into(session.expires), soci::use(token);
    if (!sql.got_data())
      return std::nullopt;
    return session;
  });
}

Result<void> Accounts::note_use(const std::string& token, const std::string& time) {
  return access_
      ->writing([&](soci::session& sql) {
        return changes((sql.prepare << "UPDATE sessions SET seen = :time WHERE token = :token", soci::use(time),
                        soci::use(token)));
      })
      .map([](bool) {});
}

Result<void> Accounts::end_session(const std::string& token) {
  return access_
      ->writing([&](soci::session& sql) {
        return changes((sql.prepare << "DELETE FROM sessions WHERE token = :token", soci::use(token)));
      })
      .map([](bool) {});
}

tl::expected<std::unique_ptr<Accounts>, Error> accounts_in(std::unique_ptr<Database> database) {
  if (auto migrated = migrate(*database, database->migrations()); !migrated)
    return tl::unexpected(migrated.error());
  database->open_readers();
  return std::make_unique<Accounts>(std::move(database));
}

} // namespace broadside::server::store
