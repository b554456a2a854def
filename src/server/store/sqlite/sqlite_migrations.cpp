#include "server/store/sqlite/sqlite_migrations.hpp"

#include "server/store/reply_id.hpp"

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

} // namespace

const std::vector<Migration>& sqlite_migrations() {
  static const std::vector<Migration> all = {first_tables(), languages(), counts_and_words(), id_place_and_change()};
  return all;
}

} // namespace broadside::server::store
