#include "server/store/audit.hpp"

#include <soci/soci.h>

#include <optional>

namespace broadside::server::store {

namespace {

/// The number of a reply's last changes that moderators see.
constexpr int longest_history = 10;

/// Reads the entries that the rest of the statement, with its one parameter, selects.
std::vector<AuditEntry> read_entries(soci::session& sql, const std::string& rest, const std::string& parameter) {
  std::vector<AuditEntry> entries;
  AuditEntry entry;
  std::string before;
  std::string after;
  int edited = 0;
  soci::statement select = (sql.prepare << "SELECT time, actor, article, reply, state_before, state_after, edited,"
                                           " reason, why FROM audit_log WHERE " +
                                               rest,
                            soci::into(entry.time), soci::into(entry.actor), soci::into(entry.article),
                            soci::into(entry.reply), soci::into(before), soci::into(after), soci::into(edited),
                            soci::into(entry.reason), soci::into(entry.why), soci::use(parameter));
  select.execute();
  while (select.fetch()) {
    entry.before = value_of(reply::state_words, before).value_or(reply::State::deleted);
    entry.after = value_of(reply::state_words, after).value_or(reply::State::deleted);
    entry.is_edited = edited == 1;
    entries.push_back(entry);
  }
  return entries;
}

} // namespace

void write_audit(soci::session& sql, const Alteration& alteration, const BeforeAlteration& before, reply::State after) {
  const std::string from(word_for(reply::state_words, before.state));
  const std::string to(word_for(reply::state_words, after));
  const int edited = alteration.text ? 1 : 0;
  auto keeps_text = edited == 1 ? soci::i_ok : soci::i_null;
  sql << "INSERT INTO audit_log (time, actor, article, reply, state_before, state_after, edited, reason, reason_before,"
         " text_before, why, decision, version_after)"
         " SELECT :time, :actor, :article, :reply, :from, :to, :edited, :reason, :reason_before, :text, :why, "
         ":decision,"
         " version FROM replies WHERE id = :id",
      soci::use(alteration.time), soci::use(alteration.actor), soci::use(alteration.article),
      soci::use(alteration.reply), soci::use(from), soci::use(to), soci::use(edited), soci::use(alteration.reason),
      soci::use(before.reason), soci::use(before.text, keeps_text), soci::use(alteration.why),
      soci::use(alteration.decision), soci::use(alteration.reply);
}

void forget_texts(soci::session& sql, const std::string& reply) {
  sql << "UPDATE audit_log SET text_before = NULL WHERE reply = :reply", soci::use(reply);
}

std::vector<AuditEntry> read_decision(soci::session& sql, const std::string& decision) {
  return read_entries(sql, "decision = :decision AND decision <> '' ORDER BY number", decision);
}

std::vector<AuditEntry> read_history(soci::session& sql, const std::string& reply) {
  return read_entries(sql, "reply = :reply ORDER BY number DESC LIMIT " + std::to_string(longest_history), reply);
}

} // namespace broadside::server::store
