#include "server/store/migrations.hpp"

#include "server/log.hpp"
#include "server/store/immediate_transaction.hpp"
#include "server/store/private_file.hpp"
#include "server/store/sqlite_session.hpp"

#include <soci/soci.h>

namespace broadside::server::store {

namespace {

int version_of(soci::session& sql) {
  sql << "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)";
  int version = 0;
  sql << "SELECT coalesce(max(version), 0) FROM schema_version", soci::into(version);
  return version;
}

/// By a connection of its own, which reads the database as it is while that of the caller holds it against others:
/// VACUUM INTO cannot run within a transaction.
void back_up(const std::filesystem::path& file, int version) {
  const std::string copy = file.string() + ".version-" + std::to_string(version);
  // What a run that was killed has left behind is of no use, and VACUUM INTO writes to no file that holds anything.
  std::filesystem::remove(copy);
  create_private(copy);
  soci::session sql;
  connect(sql, file, std::chrono::milliseconds(0));
  sql << "VACUUM INTO :copy", soci::use(copy);
  log::info({"The database is of version ", version, "; a copy is kept in ", log::Text::by_operator(copy)});
}

void apply(soci::session& sql, const std::vector<Migration>& migrations, int version) {
  for (auto next = static_cast<std::size_t>(version); next < migrations.size(); ++next)
    for (const std::string& statement : migrations[next])
      sql << statement;
  sql << "DELETE FROM schema_version";
  const auto latest = static_cast<int>(migrations.size());
  sql << "INSERT INTO schema_version (version) VALUES (:latest)", soci::use(latest);
}

} // namespace

const std::vector<Migration>& migrations() {
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

tl::expected<void, Error> migrate(soci::session& sql, const std::filesystem::path& file,
                                  const std::vector<Migration>& migrations) {
  try {
    // Two servers may be started at once: the version is read behind the lock under which it is changed.
    ImmediateTransaction transaction(sql);
    const int version = version_of(sql);
    const auto latest = static_cast<int>(migrations.size());
    if (version > latest)
      return tl::unexpected(Error{"database-newer", file.string(),
                                  "The database is of version " + std::to_string(version) +
                                      ", made by a newer Broadside; this one knows versions up to " +
                                      std::to_string(latest) + ". Nothing was changed."});
    if (version == latest)
      return {};
    if (version > 0)
      back_up(file, version);
    apply(sql, migrations, version);
    transaction.commit();
    log::info({"The database ", log::Text::by_operator(file.string()), " is now of version ", latest});
    return {};
  } catch (const std::exception& exception) {
    return tl::unexpected(Error{"migration-failed", file.string(),
                                "The database was left as it was: " + sentence_of(failure_of(exception)) + "."});
  }
}

} // namespace broadside::server::store
