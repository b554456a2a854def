#include "server/store/sqlite/sqlite_migrations.hpp"

namespace broadside::server::store {

const std::vector<Migration>& sqlite_migrations() {
  static const std::string one_more = "INSERT INTO reply_counts (article, language, count)"
                                      " VALUES (NEW.article, NEW.language, 1)"
                                      " ON CONFLICT (article, language) DO UPDATE SET count = count + 1;";
  static const std::string one_less = "UPDATE reply_counts SET count = count - 1"
                                      " WHERE article = OLD.article AND language = OLD.language;";
  static const std::string count_all = "INSERT INTO reply_counts (article, language, count)"
                                       " SELECT article, language, count(*) FROM replies GROUP BY article, language";
  static const std::string renew_keys = "UPDATE replies SET key = lower(hex(randomblob(16)))"
                                        " WHERE length(key) = 36 AND key LIKE '________-____-5___-____-____________'";
  static const std::vector<Migration> all = {
      {
          "CREATE TABLE articles (id TEXT NOT NULL PRIMARY KEY)",
          // AUTOINCREMENT: an id is never given twice, so a cursor stays right when the last reply is deleted.
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
      },
      {
          "ALTER TABLE replies ADD COLUMN language TEXT NOT NULL DEFAULT ''",
      },
      {
          "CREATE INDEX replies_of_article_by_language ON replies (article, language, id)",
          // How many there are is asked for with each page. Triggers keep the counts right for whoever changes the
          // replies, a moderator with a shell of SQLite too.
          "CREATE TABLE reply_counts ("
          " article TEXT NOT NULL,"
          " language TEXT NOT NULL,"
          " count INTEGER NOT NULL,"
          " PRIMARY KEY (article, language)) WITHOUT ROWID",
          count_all,
          "CREATE TRIGGER reply_is_added AFTER INSERT ON replies BEGIN " + one_more + " END",
          "CREATE TRIGGER reply_is_deleted AFTER DELETE ON replies BEGIN " + one_less + " END",
          "CREATE TRIGGER reply_is_moved AFTER UPDATE OF article, language ON replies BEGIN " + one_less + " " +
              one_more + " END",
          // The words of replies that were kept before are not known: they came more than ten minutes ago, or soon did.
          "ALTER TABLE replies ADD COLUMN words TEXT",
          "CREATE INDEX replies_of_words ON replies (words, created) WHERE words IS NOT NULL",
          // Keys that the server made of a reply's content, its writer's e-mail address included (UUIDs of version 5):
          // whoever guessed the address right would be told that the reply is there.
          renew_keys,
      },
  };
  return all;
}

} // namespace broadside::server::store
