#include "server/store/postgresql/postgresql_migrations.hpp"

#include "server/store/closing.hpp"
#include "server/store/report.hpp"

namespace broadside::server::store {

namespace {

// Texts are compared byte by byte, as SQLite does, so that paths have their order whatever the database's language.
std::string bytewise(std::string statement) {
  const std::string type = " TEXT";
  for (auto at = statement.find(type); at != std::string::npos; at = statement.find(type, at + 1))
    statement.insert(at + type.size(), " COLLATE \"C\"");
  return statement;
}

Migration bytewise_all(Migration migration) {
  for (std::string& statement : migration)
    statement = bytewise(std::move(statement));
  return migration;
}

/// Keys of replies begin with the article, so that a database that is divided among machines can keep an article's
/// replies together.
std::vector<std::string> tables_of_replies() {
  return {
      "CREATE TABLE articles ("
      " id TEXT NOT NULL PRIMARY KEY,"
      " last_place BIGINT NOT NULL DEFAULT 0,"
      " last_change BIGINT NOT NULL DEFAULT 0,"
      " last_audit BIGINT NOT NULL DEFAULT 0)",
      "CREATE TABLE replies ("
      " article TEXT NOT NULL REFERENCES articles (id),"
      " id TEXT NOT NULL,"
      " place BIGINT NOT NULL,"
      " change BIGINT NOT NULL DEFAULT 0,"
      " version BIGINT NOT NULL DEFAULT 0,"
      " key TEXT NOT NULL,"
      " name TEXT NOT NULL,"
      " email TEXT NOT NULL,"
      " website TEXT NOT NULL,"
      " text TEXT NOT NULL,"
      " created TEXT NOT NULL,"
      " language TEXT NOT NULL,"
      " words TEXT,"
      " parent TEXT,"
      " path TEXT NOT NULL,"
      " newest_path TEXT NOT NULL,"
      " branch_language TEXT NOT NULL,"
      " answers BIGINT NOT NULL DEFAULT 0,"
      " state TEXT NOT NULL DEFAULT 'published',"
      " listed INTEGER NOT NULL DEFAULT 2,"
      " reason TEXT NOT NULL DEFAULT 'policy',"
      " token TEXT NOT NULL DEFAULT '',"
      " PRIMARY KEY (article, id),"
      " UNIQUE (article, key),"
      " UNIQUE (article, place))",
      "CREATE TABLE deleted_replies ("
      " article TEXT NOT NULL REFERENCES articles (id),"
      " change BIGINT NOT NULL,"
      " id TEXT NOT NULL,"
      " place BIGINT NOT NULL,"
      " PRIMARY KEY (article, change))",
      "CREATE TABLE reply_counts ("
      " article TEXT NOT NULL,"
      " language TEXT NOT NULL,"
      " state TEXT NOT NULL,"
      " count BIGINT NOT NULL,"
      " PRIMARY KEY (article, language, state))",
      "CREATE TABLE audit_log ("
      " article TEXT NOT NULL,"
      " number BIGINT NOT NULL,"
      " time TEXT NOT NULL,"
      " actor TEXT NOT NULL,"
      " reply TEXT NOT NULL,"
      " state_before TEXT NOT NULL,"
      " state_after TEXT NOT NULL,"
      " edited INTEGER NOT NULL,"
      " reason TEXT NOT NULL,"
      " decision TEXT NOT NULL DEFAULT '',"
      " reason_before TEXT NOT NULL DEFAULT '',"
      " text_before TEXT,"
      " version_after BIGINT NOT NULL DEFAULT 0,"
      " PRIMARY KEY (article, number))",
  };
}

std::vector<std::string> indexes_of_replies() {
  const std::string by_language_and_newest =
      "CREATE INDEX replies_by_language_and_newest ON replies (article, branch_language, newest_path)"
      " WHERE listed = 2";
  return {
      "CREATE INDEX replies_of_id ON replies (id)",
      "CREATE INDEX replies_by_change ON replies (article, change)",
      "CREATE INDEX replies_of_words ON replies (article, words, created) WHERE words IS NOT NULL",
      "CREATE INDEX replies_in_branch ON replies (article, path) WHERE listed > 0",
      "CREATE INDEX replies_by_oldest ON replies (article, path) WHERE listed = 2",
      "CREATE INDEX replies_by_newest ON replies (article, newest_path) WHERE listed = 2",
      "CREATE INDEX replies_by_language_and_oldest ON replies (article, branch_language, path) WHERE listed = 2",
      by_language_and_newest,
      "CREATE INDEX replies_by_state ON replies (state, created, place, id)",
      "CREATE INDEX replies_of_sender ON replies (lower(email), state)",
      "CREATE INDEX audit_of_reply ON audit_log (reply, number)",
      "CREATE INDEX audit_of_decision ON audit_log (decision, number) WHERE decision <> ''",
  };
}

std::vector<std::string> moderators() {
  return {
      "CREATE TABLE moderators ("
      " key TEXT NOT NULL PRIMARY KEY,"
      " name TEXT NOT NULL,"
      " role TEXT NOT NULL,"
      " password TEXT NOT NULL,"
      " totp_secret TEXT NOT NULL,"
      " totp_step BIGINT NOT NULL,"
      " created TEXT NOT NULL)",
      "CREATE TABLE sessions ("
      " token TEXT NOT NULL PRIMARY KEY,"
      " moderator TEXT NOT NULL REFERENCES moderators (key),"
      " created TEXT NOT NULL,"
      " seen TEXT NOT NULL,"
      " expires TEXT NOT NULL)",
      "CREATE INDEX sessions_of_moderator ON sessions (moderator)",
      "CREATE TABLE blocked_senders ("
      " email TEXT NOT NULL PRIMARY KEY,"
      " decision TEXT NOT NULL,"
      " actor TEXT NOT NULL,"
      " time TEXT NOT NULL)",
      "CREATE INDEX blocked_by_decision ON blocked_senders (decision)",
  };
}

/// A function that runs for each row.
struct Trigger {
  std::string name;
  /// The event, its table, and a condition: "AFTER INSERT ON replies".
  std::string event;
  std::string condition;
  std::string statements;
};

// The article's row is locked until the transaction ends, so that its numbers are given in the order of the commits.
const std::string next_change = "UPDATE articles SET last_change = last_change + 1 WHERE id = NEW.article"
                                " RETURNING last_change INTO NEW.change; RETURN NEW;";
const std::string one_reply_more = "INSERT INTO reply_counts AS counts (article, language, state, count)"
                                   " VALUES (NEW.article, NEW.branch_language, NEW.state, 1)"
                                   " ON CONFLICT (article, language, state) DO UPDATE SET count = counts.count + 1;";
const std::string one_reply_less = "UPDATE reply_counts SET count = count - 1 WHERE article = OLD.article"
                                   " AND language = OLD.branch_language AND state = OLD.state;";

/// A reply that others answer comes back without its contents, since those would hang in the air. A row remains of any
/// other one that readers have seen.
std::string after_deletion() {
  return "IF EXISTS (SELECT 1 FROM replies WHERE article = OLD.article AND listed > 0 AND path > OLD.path"
         " AND path < OLD.path || 'g') THEN"
         " INSERT INTO replies (id, article, place, key, name, email, website, text, created, language, parent, path,"
         " newest_path, branch_language, answers, state, listed)"
         " VALUES (OLD.id, OLD.article, OLD.place, OLD.key, '', '', '', '', OLD.created, OLD.language, OLD.parent,"
         " OLD.path, OLD.newest_path, OLD.branch_language, OLD.answers, 'deleted', OLD.listed);"
         " ELSE"
         " UPDATE replies SET answers = answers - 1 WHERE article = OLD.article AND path = substr(OLD.path, 1, 8)"
         " AND listed > 0 AND length(OLD.path) > 8;"
         " UPDATE articles SET last_change = last_change + 1 WHERE id = OLD.article;"
         " INSERT INTO deleted_replies (article, change, id, place)"
         " SELECT id, last_change, OLD.id, OLD.place FROM articles WHERE id = OLD.article;"
         " END IF; RETURN NULL;";
}

/// Triggers keep the numbers and the counts right for every program that changes replies, as SQLite's do.
std::vector<Trigger> triggers_of_replies() {
  return {
      {"reply_keeps_its_place", "BEFORE INSERT ON replies", "true",
       "UPDATE articles SET last_place = NEW.place WHERE id = NEW.article AND last_place < NEW.place; RETURN NEW;"},
      {"reply_is_new", "BEFORE INSERT ON replies", "NEW.listed > 0", next_change},
      {"reply_is_edited",
       "BEFORE UPDATE OF name, website, text, created, language, branch_language, state, listed ON replies",
       "OLD.listed > 0 OR NEW.listed > 0", next_change},
      {"reply_has_a_new_version", "BEFORE UPDATE OF name, website, text, state ON replies", "true",
       "NEW.version = OLD.version + 1; RETURN NEW;"},
      {"reply_is_moved", "BEFORE UPDATE OF article ON replies", "OLD.article <> NEW.article",
       "RAISE EXCEPTION 'A reply stays with its article, since others may answer it.';"},
      {"reply_is_counted", "AFTER INSERT ON replies", "true", one_reply_more + " RETURN NULL;"},
      {"reply_is_counted_out", "AFTER DELETE ON replies", "true", one_reply_less + " RETURN NULL;"},
      {"reply_is_counted_anew", "AFTER UPDATE OF branch_language, state ON replies", "true",
       one_reply_less + " " + one_reply_more + " RETURN NULL;"},
      {"branch_is_translated", "AFTER UPDATE OF language ON replies", "length(NEW.path) = 8",
       "UPDATE replies SET branch_language = NEW.language WHERE article = NEW.article AND listed > 0"
       " AND path >= NEW.path AND path < NEW.path || 'g'; RETURN NULL;"},
      {"reply_is_deleted", "AFTER DELETE ON replies", "OLD.listed > 0", after_deletion()},
      {"audit_is_numbered", "BEFORE INSERT ON audit_log", "true",
       "INSERT INTO articles AS present (id, last_audit) VALUES (NEW.article, 1)"
       " ON CONFLICT (id) DO UPDATE SET last_audit = present.last_audit + 1 RETURNING last_audit INTO NEW.number;"
       " RETURN NEW;"},
  };
}

Migration first_tables_of_postgresql() {
  Migration all;
  for (const auto& statements : {tables_of_replies(), indexes_of_replies(), moderators()})
    for (const std::string& statement : bytewise_all(statements))
      all.push_back(statement);
  for (const Trigger& trigger : triggers_of_replies()) {
    all.push_back("CREATE FUNCTION " + trigger.name + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " +
                  trigger.statements + " END $$");
    all.push_back("CREATE TRIGGER " + trigger.name + " " + trigger.event + " FOR EACH ROW WHEN (" + trigger.condition +
                  ") EXECUTE FUNCTION " + trigger.name + "()");
  }
  return all;
}

} // namespace

const std::vector<Migration>& postgresql_migrations() {
  static const std::vector<Migration> all = {first_tables_of_postgresql(), bytewise_all(report_tables()),
                                             bytewise_all(closing_tables())};
  return all;
}

} // namespace broadside::server::store
