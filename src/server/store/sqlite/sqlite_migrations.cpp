#include "server/store/sqlite/sqlite_migrations.hpp"

#include "server/store/closing.hpp"
#include "server/store/reply_id.hpp"
#include "server/store/report.hpp"

namespace broadside::server::store {

namespace {

Migration first_tables() {
  return {
      "CREATE TABLE articles (id TEXT NOT NULL PRIMARY KEY)",
      "CREATE TABLE replies ("
      " id INTEGER PRIMARY KEY AUTOINCREMENT,"
      " article TEXT NOT NULL REFERENCES articles (id),"
      " key TEXT NOT NULL,"
      " name TEXT NOT NULL,"
      " email TEXT NOT NULL,"
      " website TEXT NOT NULL,"
      " text TEXT NOT NULL,"
      " created TEXT NOT NULL,"
      " UNIQUE (article, key))",
      "CREATE INDEX replies_of_article ON replies (article, id)",
  };
}

Migration languages() { return {"ALTER TABLE replies ADD COLUMN language TEXT NOT NULL DEFAULT ''"}; }

// Each page states the number of replies. Triggers keep the counts right for every program that changes the replies,
// even for a moderator with a shell of SQLite.
const std::string one_more = "INSERT INTO reply_counts (article, language, count) VALUES (NEW.article, NEW.language, 1)"
                             " ON CONFLICT (article, language) DO UPDATE SET count = count + 1;";
const std::string one_less = "UPDATE reply_counts SET count = count - 1"
                             " WHERE article = OLD.article AND language = OLD.language;";

Migration counts_and_words() {
  const std::string count_replies = "INSERT INTO reply_counts (article, language, count)"
                                    " SELECT article, language, count(*) FROM replies GROUP BY article, language";
  // These keys were made of a reply's content, which includes its writer's e-mail address (UUIDs of version 5). A
  // client that guessed the address right would learn that the reply is there.
  const std::string replace_foreseeable_keys =
      "UPDATE replies SET key = lower(hex(randomblob(16)))"
      " WHERE length(key) = 36 AND key LIKE '________-____-5___-____-____________'";
  return {
      "CREATE INDEX replies_of_article_by_language ON replies (article, language, id)",
      "CREATE TABLE reply_counts ("
      " article TEXT NOT NULL,"
      " language TEXT NOT NULL,"
      " count INTEGER NOT NULL,"
      " PRIMARY KEY (article, language)) WITHOUT ROWID",
      count_replies,
      "CREATE TRIGGER reply_is_added AFTER INSERT ON replies BEGIN " + one_more + " END",
      "CREATE TRIGGER reply_is_deleted AFTER DELETE ON replies BEGIN " + one_less + " END",
      "CREATE TRIGGER reply_is_moved AFTER UPDATE OF article, language ON replies BEGIN " + one_less + " " + one_more +
          " END",
      // The words of replies that were kept before are not known. They are needed for ten minutes only.
      "ALTER TABLE replies ADD COLUMN words TEXT",
      "CREATE INDEX replies_of_words ON replies (words, created) WHERE words IS NOT NULL",
      replace_foreseeable_keys,
  };
}

/// Returns an expression for a random_id(). The operating system's generator seeds SQLite's.
std::string random_id_expression() {
  const std::string letter = "substr('" + std::string(id_letters) + "', 1 + (random() & 31), 1)";
  std::string id = letter;
  for (std::size_t i = 1; i < id_length; ++i)
    id += " || " + letter;
  return id;
}

// Triggers number the changes too, for every program that makes them. The number is counted up in the article's row,
// within the transaction that makes the change, and behind the lock that the transaction holds until it commits.
// SQLite's lock is that of the whole database.
const std::string number_of_new = "UPDATE articles SET last_change = last_change + 1 WHERE id = NEW.article;"
                                  " UPDATE replies SET change = (SELECT last_change FROM articles"
                                  " WHERE id = NEW.article) WHERE rowid = NEW.rowid;";
// A reply that is restored has a place already.
const std::string keep_place = "UPDATE articles SET last_place = max(last_place, NEW.place) WHERE id = NEW.article;";
const std::string new_place = "UPDATE articles SET last_place = last_place + 1 WHERE id = NEW.article;"
                              " UPDATE replies SET place = (SELECT last_place FROM articles"
                              " WHERE id = NEW.article) WHERE rowid = NEW.rowid;";
// This row remains of a reply that is no longer under the article, for clients that still have the reply.
const std::string tombstone = "UPDATE articles SET last_change = last_change + 1 WHERE id = OLD.article;"
                              " INSERT INTO deleted_replies (article, change, id, place)"
                              " SELECT id, last_change, OLD.id, OLD.place FROM articles WHERE id = OLD.article;";

/// The number that was a reply's id, its place and its cursor becomes three: a random id, a place, and the number of
/// the last change. Places and change numbers begin with the old number, which addresses of replies and of pages hold,
/// and go on above the highest, so that none of these addresses leads to another reply.
Migration id_place_and_change() {
  const std::string kept = "article, key, name, email, website, text, created, language, words";
  const std::string begin_behind_the_highest =
      "UPDATE articles SET last_place = highest, last_change = highest"
      " FROM (SELECT seq AS highest FROM sqlite_sequence WHERE name = 'replies')";
  return {
      "ALTER TABLE articles ADD COLUMN last_place INTEGER NOT NULL DEFAULT 0",
      "ALTER TABLE articles ADD COLUMN last_change INTEGER NOT NULL DEFAULT 0",
      begin_behind_the_highest,
      "CREATE TABLE new_replies ("
      " id TEXT NOT NULL UNIQUE,"
      " article TEXT NOT NULL REFERENCES articles (id),"
      " place INTEGER NOT NULL,"
      " change INTEGER NOT NULL DEFAULT 0,"
      " key TEXT NOT NULL,"
      " name TEXT NOT NULL,"
      " email TEXT NOT NULL,"
      " website TEXT NOT NULL,"
      " text TEXT NOT NULL,"
      " created TEXT NOT NULL,"
      " language TEXT NOT NULL,"
      " words TEXT,"
      " UNIQUE (article, key))",
      "INSERT INTO new_replies (id, place, change, " + kept + ") SELECT " + random_id_expression() + ", id, id, " +
          kept + " FROM replies ORDER BY id",
      "DROP TABLE replies",
      "ALTER TABLE new_replies RENAME TO replies",
      // It is not UNIQUE, because a reply that is moved gets its new place only after the move.
      "CREATE INDEX replies_of_article ON replies (article, place)",
      "CREATE INDEX replies_of_article_by_language ON replies (article, language, place)",
      "CREATE INDEX replies_by_change ON replies (article, change)",
      "CREATE INDEX replies_of_words ON replies (words, created) WHERE words IS NOT NULL",
      "CREATE TABLE deleted_replies ("
      " article TEXT NOT NULL REFERENCES articles (id),"
      " change INTEGER NOT NULL,"
      " id TEXT NOT NULL,"
      " place INTEGER NOT NULL,"
      " PRIMARY KEY (article, change)) WITHOUT ROWID",
      "CREATE TRIGGER reply_is_added AFTER INSERT ON replies BEGIN " + one_more + " " + keep_place + " " +
          number_of_new + " END",
      "CREATE TRIGGER reply_is_deleted AFTER DELETE ON replies BEGIN " + one_less + " " + tombstone + " END",
      "CREATE TRIGGER reply_is_counted_anew AFTER UPDATE OF article, language ON replies BEGIN " + one_less + " " +
          one_more + " END",
      "CREATE TRIGGER reply_is_moved AFTER UPDATE OF article ON replies WHEN OLD.article <> NEW.article BEGIN " +
          tombstone + " " + new_place + " END",
      "CREATE TRIGGER reply_is_edited AFTER UPDATE OF article, name, website, text, created, language ON replies"
      " BEGIN " +
          number_of_new + " END",
  };
}

// A reply's number of the last change. Readers have never been told of one without a number.
const std::string numbered_if_seen = " WHEN NEW.listed > 0 BEGIN " + number_of_new + " END";

// Counts are kept of the replies in each state, by the language of their branch.
const std::string count_one_more = "INSERT INTO reply_counts (article, language, state, count)"
                                   " VALUES (NEW.article, NEW.branch_language, NEW.state, 1)"
                                   " ON CONFLICT (article, language, state) DO UPDATE SET count = count + 1;";
const std::string count_one_less = "UPDATE reply_counts SET count = count - 1 WHERE article = OLD.article"
                                   " AND language = OLD.branch_language AND state = OLD.state;";
const std::string has_answers = "EXISTS (SELECT 1 FROM replies WHERE article = OLD.article AND listed > 0"
                                " AND path > OLD.path AND path < OLD.path || 'g')";
const std::string one_answer_less = "UPDATE replies SET answers = answers - 1 WHERE article = OLD.article"
                                    " AND path = substr(OLD.path, 1, 8) AND listed > 0 AND length(OLD.path) > 8;";

/// Replies answer each other. `path` and `newest_path` are those of reply::Position, `parent` is the id of the reply
/// that is answered. Nobody but moderators sees a reply that is not `listed`; 1 stands for those that are shown with
/// their branch, and 2 for those that are shown with the thread: see shown_answers.
Migration threads() {
  const std::string seen = "listed > 0";
  const std::string on_pages = "listed = 2";
  const std::string renumber_edited =
      "CREATE TRIGGER reply_is_edited AFTER UPDATE OF name, website, text, created, language, branch_language, state,"
      " listed ON replies WHEN OLD.listed > 0 OR NEW.listed > 0 BEGIN " +
      number_of_new + " END";
  const std::string stay =
      "CREATE TRIGGER reply_is_moved BEFORE UPDATE OF article ON replies WHEN OLD.article <> NEW.article BEGIN"
      " SELECT RAISE(ABORT, 'A reply stays with its article: others may answer it.'); END";
  const std::string move_branch =
      "CREATE TRIGGER branch_is_translated AFTER UPDATE OF language ON replies WHEN length(NEW.path) = 8 BEGIN"
      " UPDATE replies SET branch_language = NEW.language WHERE article = NEW.article AND listed > 0"
      " AND path >= NEW.path AND path < NEW.path || 'g'; END";
  const std::string stand_alone =
      "UPDATE replies SET path = printf('%08x', place), newest_path = printf('%08x', 4294967295 - place),"
      " branch_language = language";
  return {
      "DROP TRIGGER reply_is_added",
      "DROP TRIGGER reply_is_deleted",
      "DROP TRIGGER reply_is_counted_anew",
      "DROP TRIGGER reply_is_moved",
      "DROP TRIGGER reply_is_edited",
      "DROP INDEX replies_of_article",
      "DROP INDEX replies_of_article_by_language",
      "ALTER TABLE replies ADD COLUMN parent TEXT",
      "ALTER TABLE replies ADD COLUMN path TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE replies ADD COLUMN newest_path TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE replies ADD COLUMN branch_language TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE replies ADD COLUMN answers INTEGER NOT NULL DEFAULT 0",
      "ALTER TABLE replies ADD COLUMN state TEXT NOT NULL DEFAULT 'published'",
      "ALTER TABLE replies ADD COLUMN listed INTEGER NOT NULL DEFAULT 2",
      stand_alone,
      "CREATE UNIQUE INDEX replies_by_place ON replies (article, place)",
      "CREATE INDEX replies_in_branch ON replies (article, path) WHERE " + seen,
      "CREATE INDEX replies_by_oldest ON replies (article, path) WHERE " + on_pages,
      "CREATE INDEX replies_by_newest ON replies (article, newest_path) WHERE " + on_pages,
      "CREATE INDEX replies_by_language_and_oldest ON replies (article, branch_language, path) WHERE " + on_pages,
      "CREATE INDEX replies_by_language_and_newest ON replies (article, branch_language, newest_path) WHERE " +
          on_pages,
      "ALTER TABLE reply_counts RENAME TO old_counts",
      "CREATE TABLE reply_counts ("
      " article TEXT NOT NULL,"
      " language TEXT NOT NULL,"
      " state TEXT NOT NULL,"
      " count INTEGER NOT NULL,"
      " PRIMARY KEY (article, language, state)) WITHOUT ROWID",
      "INSERT INTO reply_counts SELECT article, language, 'published', count FROM old_counts",
      "DROP TABLE old_counts",
      "CREATE TRIGGER reply_is_added AFTER INSERT ON replies BEGIN " + count_one_more + " " + keep_place + " END",
      "CREATE TRIGGER reply_is_new AFTER INSERT ON replies" + numbered_if_seen,
      "CREATE TRIGGER reply_is_deleted AFTER DELETE ON replies WHEN OLD.listed > 0 AND NOT " + has_answers + " BEGIN " +
          one_answer_less + " " + tombstone + " END",
      "CREATE TRIGGER reply_is_counted_out AFTER DELETE ON replies BEGIN " + count_one_less + " END",
      // The replies to it would hang in the air.
      "CREATE TRIGGER deleted_reply_is_answered AFTER DELETE ON replies WHEN OLD.listed > 0 AND " + has_answers +
          " BEGIN INSERT INTO replies (id, article, place, key, name, email, website, text, created, language, parent,"
          " path, newest_path, branch_language, answers, state, listed) VALUES (OLD.id, OLD.article, OLD.place, "
          "OLD.key,"
          " '', '', '', '', OLD.created, OLD.language, OLD.parent, OLD.path, OLD.newest_path, OLD.branch_language,"
          " OLD.answers, 'deleted', OLD.listed); END",
      "CREATE TRIGGER reply_is_counted_anew AFTER UPDATE OF branch_language, state ON replies BEGIN " + count_one_less +
          " " + count_one_more + " END",
      stay,
      move_branch,
      renumber_edited,
  };
}

/// Replies have a reason for their state, and a token with which their writers may alter them. Whoever alters one is
/// noted.
Migration moderation() {
  return {
      "ALTER TABLE replies ADD COLUMN reason TEXT NOT NULL DEFAULT 'policy'",
      "ALTER TABLE replies ADD COLUMN token TEXT NOT NULL DEFAULT ''",
      "CREATE INDEX replies_of_writer ON replies (email) WHERE state = 'published'",
      "CREATE TABLE audit_log ("
      " number INTEGER PRIMARY KEY AUTOINCREMENT,"
      " time TEXT NOT NULL,"
      " actor TEXT NOT NULL,"
      " article TEXT NOT NULL,"
      " reply TEXT NOT NULL,"
      " state_before TEXT NOT NULL,"
      " state_after TEXT NOT NULL,"
      " edited INTEGER NOT NULL,"
      " reason TEXT NOT NULL)",
      "CREATE INDEX audit_of_reply ON audit_log (reply, number)",
  };
}

/// A moderator's key is the name without regard to case, and a session's token is the fingerprint of a secret.
Migration moderators_and_sessions() {
  return {
      "CREATE TABLE moderators ("
      " key TEXT NOT NULL PRIMARY KEY,"
      " name TEXT NOT NULL,"
      " role TEXT NOT NULL,"
      " password TEXT NOT NULL,"
      " totp_secret TEXT NOT NULL,"
      " totp_step INTEGER NOT NULL,"
      " created TEXT NOT NULL)",
      "CREATE TABLE sessions ("
      " token TEXT NOT NULL PRIMARY KEY,"
      " moderator TEXT NOT NULL REFERENCES moderators (key),"
      " created TEXT NOT NULL,"
      " seen TEXT NOT NULL,"
      " expires TEXT NOT NULL)",
      "CREATE INDEX sessions_of_moderator ON sessions (moderator)",
  };
}

/// Moderators decide about the version of a reply that they have seen, undo what they have decided, and block senders.
Migration decisions() {
  const std::string renew_version =
      "CREATE TRIGGER reply_has_a_new_version AFTER UPDATE OF name, website, text, state ON replies BEGIN"
      " UPDATE replies SET version = version + 1 WHERE rowid = NEW.rowid; END";
  const std::string blocked_senders = "CREATE TABLE blocked_senders ("
                                      " email TEXT NOT NULL PRIMARY KEY,"
                                      " decision TEXT NOT NULL,"
                                      " actor TEXT NOT NULL,"
                                      " time TEXT NOT NULL)";
  return {
      "ALTER TABLE replies ADD COLUMN version INTEGER NOT NULL DEFAULT 0",
      renew_version,
      "CREATE INDEX replies_by_state ON replies (state, created, place, id)",
      "DROP INDEX replies_of_writer",
      "CREATE INDEX replies_of_sender ON replies (lower(email), state)",
      "ALTER TABLE audit_log ADD COLUMN decision TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE audit_log ADD COLUMN reason_before TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE audit_log ADD COLUMN text_before TEXT",
      "ALTER TABLE audit_log ADD COLUMN version_after INTEGER NOT NULL DEFAULT 0",
      "CREATE INDEX audit_of_decision ON audit_log (decision, number) WHERE decision <> ''",
      blocked_senders,
      "CREATE INDEX blocked_by_decision ON blocked_senders (decision)",
  };
}

} // namespace

const std::vector<Migration>& sqlite_migrations() {
  static const std::vector<Migration> all = {
      first_tables(),  languages(),     counts_and_words(),        id_place_and_change(),
      threads(),       moderation(),    moderators_and_sessions(), decisions(),
      report_tables(), closing_tables()};
  return all;
}

} // namespace broadside::server::store
