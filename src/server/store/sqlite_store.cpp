#include "server/store/sqlite_store.hpp"

#include "server/store/immediate_transaction.hpp"
#include "server/store/migrations.hpp"

// This header includes sqlite3.h inside a namespace of its own: sqlite3.h beside it would leave one of the two empty.
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace broadside::server::store {

namespace {

using reply::Reply;

Failure failure_of(const std::exception& exception) {
  const auto* error = dynamic_cast<const soci::sqlite3_soci_error*>(&exception);
  if (error == nullptr)
    return {Failure::Kind::broken, exception.what()};
  constexpr int primary_code = 0xff;
  switch (error->result() & primary_code) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return {Failure::Kind::busy, exception.what()};
  case SQLITE_FULL:
    return {Failure::Kind::full, exception.what()};
  default:
    return {Failure::Kind::broken, exception.what()};
  }
}

/// SOCI throws; nothing above the store has to know.
template <typename Work> auto guarded(Work work) -> Result<decltype(work())> {
  try {
    if constexpr (std::is_void_v<decltype(work())>)
      return work(), Result<void>{};
    else
      return work();
  } catch (const std::exception& exception) {
    return tl::unexpected(failure_of(exception));
  }
}

void open(soci::session& sql, const SqliteOptions& options) {
  sql.open(soci::sqlite3, "db=\"" + options.file.string() + "\"");
  sql << "PRAGMA busy_timeout = " << options.busy_timeout.count();
  // SQLite does not hold to foreign keys unless each connection asks for it.
  sql << "PRAGMA foreign_keys = ON";
}

/// The columns of a reply that readers may see, read row by row.
struct ReplyRow {
  static constexpr auto columns = "id, name, website, text, created";
  Id id = 0;
  Reply reply;

  Reply take() {
    reply.id = std::to_string(id);
    return reply;
  }
};

class SqliteStore final : public Store {
public:
  explicit SqliteStore(const SqliteOptions& options) : readers_(options.readers) {
    open(writer_, options);
    // Readers and the writer do not wait for each other, and what is committed survives a power cut.
    writer_ << "PRAGMA journal_mode = WAL";
    writer_ << "PRAGMA synchronous = FULL";
  }

  tl::expected<void, Error> prepare(const SqliteOptions& options) {
    if (auto migrated = migrate(writer_, options.file, migrations()); !migrated)
      return migrated;
    for (std::size_t i = 0; i < options.readers; ++i) {
      open(readers_.at(i), options);
      readers_.at(i) << "PRAGMA query_only = ON";
    }
    return {};
  }

  Result<std::vector<Added>> add(const std::vector<NewReply>& replies) override {
    return guarded([&] {
      ImmediateTransaction transaction(writer_);
      std::vector<Added> added;
      added.reserve(replies.size());
      for (const NewReply& reply : replies)
        added.push_back(add_one(reply));
      transaction.commit();
      return added;
    });
  }

  Result<Page> page(const PageRequest& request) override {
    return guarded([&] {
      soci::session sql(readers_);
      ReplyRow row;
      const int one_more = request.limit + 1;
      soci::statement select =
          (sql.prepare << "SELECT " << ReplyRow::columns
                       << " FROM replies WHERE article = :article AND id > :after ORDER BY id LIMIT :one_more",
           soci::into(row.id), soci::into(row.reply.name), soci::into(row.reply.website), soci::into(row.reply.text),
           soci::into(row.reply.created), soci::use(request.article), soci::use(request.after), soci::use(one_more));
      select.execute();

      Page page;
      Id last = 0;
      while (select.fetch()) {
        if (page.replies.size() == static_cast<std::size_t>(request.limit)) {
          page.next = last;
          break;
        }
        last = row.id;
        page.replies.push_back(row.take());
      }
      return page;
    });
  }

  Result<Id> page_that_ends_with(const std::string& article, Id id, int limit) override {
    return guarded([&] {
      soci::session sql(readers_);
      Id after = 0;
      const int skipped = limit - 1;
      sql << "SELECT id FROM replies WHERE article = :article AND id < :id ORDER BY id DESC LIMIT 1 OFFSET :skipped",
          soci::into(after), soci::use(article), soci::use(id), soci::use(skipped);
      return after;
    });
  }

  Result<void> check() override {
    return guarded([&] {
      soci::session sql(readers_);
      int version = 0;
      sql << "SELECT version FROM schema_version", soci::into(version);
    });
  }

private:
  Added add_one(const NewReply& reply) {
    writer_ << "INSERT INTO articles (id) VALUES (:article) ON CONFLICT DO NOTHING", soci::use(reply.article);
    soci::statement insert =
        (writer_.prepare << "INSERT INTO replies (article, key, name, email, website, text, created)"
                            " VALUES (:article, :key, :name, :email, :website, :text, :created)"
                            " ON CONFLICT (article, key) DO NOTHING",
         soci::use(reply.article), soci::use(reply.key), soci::use(reply.draft.name), soci::use(reply.draft.email),
         soci::use(reply.draft.website), soci::use(reply.draft.text), soci::use(reply.created));
    insert.execute(true);
    const bool is_new = insert.get_affected_rows() > 0;

    ReplyRow row;
    writer_ << "SELECT " << ReplyRow::columns << " FROM replies WHERE article = :article AND key = :key",
        soci::into(row.id), soci::into(row.reply.name), soci::into(row.reply.website), soci::into(row.reply.text),
        soci::into(row.reply.created), soci::use(reply.article), soci::use(reply.key);
    return {row.take(), is_new};
  }

  soci::session writer_;
  soci::connection_pool readers_;
};

} // namespace

tl::expected<std::unique_ptr<Store>, Error> open_sqlite(const SqliteOptions& options) {
  try {
    auto store = std::make_unique<SqliteStore>(options);
    if (auto prepared = store->prepare(options); !prepared)
      return tl::unexpected(prepared.error());
    return store;
  } catch (const std::exception& exception) {
    return tl::unexpected(Error{"database-unreadable", options.file.string(), exception.what()});
  }
}

} // namespace broadside::server::store
