#include "server/store/alteration.hpp"

#include "server/process/secret.hpp"
#include "server/store/audit.hpp"
#include "server/store/listing.hpp"
#include "server/store/reply_row.hpp"
#include "server/store/statement.hpp"

#include <soci/soci.h>

#include <optional>

namespace broadside::server::store {

namespace {

using reply::State;

/// The columns that decide what may be done to a reply.
struct Present {
  std::string path, token, created, name, text, reason;
  State state = State::deleted;
  std::int64_t version = 0;
  int listed = nowhere;
};

std::optional<Present> present_of(soci::session& sql, const Alteration& alteration) {
  Present present;
  std::string state;
  long long version = 0;
  sql << "SELECT path, token, created, name, text, reason, state, version, listed FROM replies"
         " WHERE id = :id AND article = :article",
      soci::into(present.path), soci::into(present.token), soci::into(present.created), soci::into(present.name),
      soci::into(present.text), soci::into(present.reason), soci::into(state), soci::into(version),
      soci::into(present.listed), soci::use(alteration.reply), soci::use(alteration.article);
  if (!sql.got_data())
    return std::nullopt;
  present.version = version;
  present.state = value_of(reply::state_words, state).value_or(State::deleted);
  return present;
}

/// Nobody brings back a reply of which nothing is left but its place.
bool is_allowed(const Alteration& alteration, const Present& present) {
  if (present.name.empty())
    return false;
  const auto& writer = alteration.writer;
  return !writer || (!writer->token.empty() && is_same_secret(present.token, writer->token) &&
                     present.created >= writer->earliest && present.state != State::deleted);
}

/// A writer does not free what was found to be spam.
State state_after(const Alteration& alteration, const Present& present) {
  const bool stays_spam = alteration.writer && present.state == State::spam && alteration.state != State::deleted;
  return stays_spam ? State::spam : alteration.state;
}

void write_state(soci::session& sql, const Alteration& alteration, State state, int listed) {
  const std::string word(word_for(reply::state_words, state));
  sql << "UPDATE replies SET state = :state, reason = :reason, listed = :listed WHERE id = :id", soci::use(word),
      soci::use(alteration.reason), soci::use(listed), soci::use(alteration.reply);
}

/// Readers learn of both updates together.
void write_contents(soci::session& sql, const Alteration& alteration, State state) {
  if (alteration.text)
    sql << "UPDATE replies SET text = :text WHERE id = :id", soci::use(*alteration.text), soci::use(alteration.reply);
  // The words that their writer takes back are not kept.
  if (alteration.writer && state == State::deleted)
    sql << "UPDATE replies SET name = '', email = '', website = '', text = '', words = NULL WHERE id = :id",
        soci::use(alteration.reply);
}

Altered read_altered(soci::session& sql, const std::string& id) {
  ReplyRow row;
  soci::statement select(sql);
  row.into(select);
  select.exchange(soci::use(id, "id"));
  read_first(select, "SELECT " + ReplyRow::writers_columns() + " FROM replies WHERE id = :id");
  return {Altered::Outcome::altered, row.take(), row.branch_language};
}

} // namespace

Altered alter(soci::session& sql, const Alteration& alteration) {
  const auto present = present_of(sql, alteration);
  if (!present || !is_allowed(alteration, *present))
    return {Altered::Outcome::refused};
  if (alteration.version && *alteration.version != present->version)
    return {Altered::Outcome::stale};
  const auto state = state_after(alteration, *present);
  const auto& path = present->path;
  int listed = present->listed;
  if (state == State::published && listed == nowhere) {
    list_above(sql, alteration.article, path);
    listed = list(sql, alteration.article, path).where;
  } else if (state != State::published && !is_listed_below(sql, alteration.article, path)) {
    listed = nowhere;
  }
  write_contents(sql, alteration, state);
  write_state(sql, alteration, state, listed);
  if (listed == nowhere && present->listed != nowhere)
    unlist(sql, alteration.article, path);
  write_audit(sql, alteration, {present->state, present->reason, present->text}, state);
  if (alteration.writer && state == State::deleted)
    forget_texts(sql, alteration.reply);
  auto altered = read_altered(sql, alteration.reply);
  altered.is_newly_published = state == State::published && present->state != State::published;
  return altered;
}

} // namespace broadside::server::store
