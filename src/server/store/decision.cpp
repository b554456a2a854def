#include "server/store/decision.hpp"

#include "server/store/new_reply_writer.hpp"
#include "server/store/queue.hpp"
#include "server/store/report.hpp"

#include <soci/soci.h>

namespace broadside::server::store {

namespace {

using reply::State;

/// A reply, and what is written in it.
struct Ruling {
  std::string reply;
  std::int64_t version = 0;
  std::optional<State> state = std::nullopt;
  std::optional<std::string> text = std::nullopt;
  std::string reason = {};
};

Decided::One apply(soci::session& sql, const Decision& decision, const Ruling& ruling) {
  std::string article;
  std::string state;
  sql << "SELECT article, state FROM replies WHERE id = :reply", soci::into(article), soci::into(state),
      soci::use(ruling.reply);
  if (!sql.got_data())
    return {{}, {Altered::Outcome::refused}};
  lock_articles(sql, {article});
  const auto present = value_of(reply::state_words, state).value_or(State::waiting);
  auto altered = alter(sql, {.article = article,
                             .reply = ruling.reply,
                             .state = ruling.state.value_or(present),
                             .reason = ruling.reason,
                             .text = ruling.text,
                             .version = ruling.version,
                             .why = decision.why,
                             .decision = decision.id,
                             .actor = decision.actor,
                             .time = decision.time});
  if (decision.settles_reports && altered.outcome == Altered::Outcome::altered)
    settle_reports(sql, ruling.reply, decision.id);
  return {article, std::move(altered)};
}

/// Returns the sender's other replies that readers see or may come to see.
std::vector<Ruling> others_of_sender(soci::session& sql, const std::string& reply) {
  std::vector<Ruling> others;
  Ruling other;
  other.state = State::spam;
  other.reason = "blocked";
  long long version = 0;
  soci::statement select =
      (sql.prepare << "SELECT other.id, other.version FROM replies AS one"
                      " JOIN replies AS other ON lower(other.email) = lower(one.email) AND other.id <> one.id"
                      " WHERE one.id = :reply AND one.email <> '' AND other.state IN ('published', 'waiting')",
       soci::into(other.reply), soci::into(version), soci::use(reply));
  select.execute();
  while (select.fetch()) {
    other.version = version;
    others.push_back(other);
  }
  return others;
}

void block_sender(soci::session& sql, const Decision& decision, const std::string& reply) {
  sql << "INSERT INTO blocked_senders (email, decision, actor, time)"
         " SELECT lower(email), :decision, :actor, :time FROM replies WHERE id = :reply AND email <> ''"
         " ON CONFLICT (email) DO NOTHING",
      soci::use(decision.id), soci::use(decision.actor), soci::use(decision.time), soci::use(reply);
}

Decided decide_on_targets(soci::session& sql, const Decision& decision) {
  Decided decided;
  for (const auto& [reply, version] : decision.replies)
    decided.replies.push_back(apply(sql, decision, {reply, version, decision.state, decision.text, decision.reason}));
  if (!decision.blocks_senders)
    return decided;
  for (std::size_t i = 0; i < decision.replies.size(); ++i) {
    if (decided.replies[i].altered.outcome != Altered::Outcome::altered)
      continue;
    const auto& reply = decision.replies[i].reply;
    block_sender(sql, decision, reply);
    for (const Ruling& other : others_of_sender(sql, reply))
      decided.replies.push_back(apply(sql, decision, other));
  }
  return decided;
}

/// Returns what makes the replies as they were before the decision, the last change first.
std::vector<Ruling> rulings_back(soci::session& sql, const std::string& decision) {
  std::vector<Ruling> rulings;
  Ruling ruling;
  std::string state;
  std::string text;
  long long version = 0;
  auto has_text = soci::i_null;
  soci::statement select =
      (sql.prepare << "SELECT reply, state_before, reason_before, text_before, version_after FROM audit_log"
                      " WHERE decision = :decision ORDER BY number DESC",
       soci::into(ruling.reply), soci::into(state), soci::into(ruling.reason), soci::into(text, has_text),
       soci::into(version), soci::use(decision));
  select.execute();
  while (select.fetch()) {
    ruling.version = version;
    ruling.state = value_of(reply::state_words, state).value_or(State::waiting);
    ruling.text = has_text == soci::i_ok ? std::optional(text) : std::nullopt;
    rulings.push_back(ruling);
  }
  return rulings;
}

Decided undo(soci::session& sql, const Decision& decision) {
  Decided decided;
  for (const Ruling& ruling : rulings_back(sql, decision.undoes))
    decided.replies.push_back(apply(sql, decision, ruling));
  sql << "DELETE FROM blocked_senders WHERE decision = :decision", soci::use(decision.undoes);
  reopen_reports(sql, decision.undoes);
  return decided;
}

} // namespace

Decided decide(soci::session& sql, const Decision& decision) {
  return decision.undoes.empty() ? decide_on_targets(sql, decision) : undo(sql, decision);
}

} // namespace broadside::server::store
