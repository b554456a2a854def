#include "server/store/closing.hpp"

#include <soci/soci.h>

namespace broadside::server::store {

namespace {

constexpr auto word_for_closed = "closed";
constexpr auto word_for_open = "open";

/// Returns whether the table of closed articles is another one now.
bool changes_closed(soci::session& sql, const Closing& closing) {
  soci::statement statement =
      closing.closes
          ? (sql.prepare << "INSERT INTO closed_articles (article, time) VALUES (:article, :time)"
                            " ON CONFLICT (article) DO NOTHING",
             soci::use(closing.article), soci::use(closing.time))
          : (sql.prepare << "DELETE FROM closed_articles WHERE article = :article", soci::use(closing.article));
  statement.execute(true);
  return statement.get_affected_rows() > 0;
}

} // namespace

Migration closing_tables() {
  return {
      "CREATE TABLE closed_articles (article TEXT NOT NULL PRIMARY KEY, time TEXT NOT NULL)",
      // The moderator's own words about a decision.
      "ALTER TABLE audit_log ADD COLUMN why TEXT NOT NULL DEFAULT ''",
      // A line about the article itself names no reply.
      "CREATE INDEX audit_of_article ON audit_log (article, number) WHERE reply = ''",
  };
}

bool write_closing(soci::session& sql, const Closing& closing) {
  if (!changes_closed(sql, closing))
    return false;
  const std::string before = closing.closes ? word_for_open : word_for_closed;
  const std::string after = closing.closes ? word_for_closed : word_for_open;
  sql << "INSERT INTO audit_log (time, actor, article, reply, state_before, state_after, edited, reason, why)"
         " VALUES (:time, :actor, :article, '', :before, :after, 0, '', :why)",
      soci::use(closing.time), soci::use(closing.actor), soci::use(closing.article), soci::use(before),
      soci::use(after), soci::use(closing.why);
  return true;
}

std::vector<std::string> read_closed(soci::session& sql) {
  std::vector<std::string> articles;
  std::string article;
  soci::statement select = (sql.prepare << "SELECT article FROM closed_articles", soci::into(article));
  select.execute();
  while (select.fetch())
    articles.push_back(article);
  return articles;
}

std::vector<Closing> read_closings(soci::session& sql, const std::string& article) {
  std::vector<Closing> closings;
  Closing closing;
  std::string after;
  soci::statement select = (sql.prepare << "SELECT article, state_after, actor, why, time FROM audit_log"
                                           " WHERE article = :article AND reply = '' ORDER BY number DESC LIMIT 10",
                            soci::into(closing.article), soci::into(after), soci::into(closing.actor),
                            soci::into(closing.why), soci::into(closing.time), soci::use(article));
  select.execute();
  while (select.fetch()) {
    closing.closes = after == word_for_closed;
    closings.push_back(closing);
  }
  return closings;
}

} // namespace broadside::server::store
