#include "server/store/sqlite_store.hpp"

#include "server/store/immediate_transaction.hpp"
#include "server/store/migrations.hpp"
#include "server/store/private_file.hpp"

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
  static constexpr auto columns = "id, name, website, text, created, language";
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
    create_private(options.file);
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
      const auto one_more = static_cast<std::size_t>(request.limit) + 1;
      Page page;
      if (request.thread.threads == reply::Threads::own_first)
        read_own_first(sql, request, one_more, page.replies);
      else
        read(sql, request.thread, usual(request.thread), request.after, one_more, page.replies);
      if (page.replies.size() == one_more) {
        page.replies.pop_back();
        page.next = std::stoll(page.replies.back().id);
      }
      return page;
    });
  }

  Result<Id> page_that_ends_with(const Thread& thread, Id id, int limit) override {
    return guarded([&] {
      soci::session sql(readers_);
      Id after = 0;
      const int skipped = limit - 1;
      const auto which = static_cast<int>(usual(thread));
      sql << "SELECT id FROM replies WHERE " << of_thread << " AND id < :id ORDER BY id DESC LIMIT 1 OFFSET :skipped",
          soci::into(after), soci::use(thread.article, "article"), soci::use(which, "which"),
          soci::use(thread.language, "language"), soci::use(thread.default_language, "default"), soci::use(id, "id"),
          soci::use(skipped, "skipped");
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
  enum class Which { all, own, others };

  static constexpr auto of_thread =
      "article = :article AND (:which = 0 OR (coalesce(nullif(language, ''), :default) = :language) = (:which = 1))";

  static Which usual(const Thread& thread) {
    return thread.threads == reply::Threads::shared ? Which::all : Which::own;
  }

  // Until there are `count` of them.
  static void read(soci::session& sql, const Thread& thread, Which which, Id after, std::size_t count,
                   std::vector<Reply>& replies) {
    ReplyRow row;
    const auto number = static_cast<int>(which);
    const auto missing = static_cast<long long>(count - replies.size());
    soci::statement select =
        (sql.prepare << "SELECT " << ReplyRow::columns << " FROM replies WHERE " << of_thread
                     << " AND id > :after ORDER BY id LIMIT :missing",
         soci::into(row.id), soci::into(row.reply.name), soci::into(row.reply.website), soci::into(row.reply.text),
         soci::into(row.reply.created), soci::into(row.reply.language), soci::use(thread.article, "article"),
         soci::use(number, "which"), soci::use(thread.language, "language"),
         soci::use(thread.default_language, "default"), soci::use(after, "after"), soci::use(missing, "missing"));
    select.execute();
    while (select.fetch())
      replies.push_back(row.take());
  }

  static void read_own_first(soci::session& sql, const PageRequest& request, std::size_t count,
                             std::vector<Reply>& replies) {
    const bool among_others = request.after > 0 && !is_own(sql, request.thread, request.after);
    if (!among_others)
      read(sql, request.thread, Which::own, request.after, count, replies);
    read(sql, request.thread, Which::others, among_others ? request.after : 0, count, replies);
  }

  static bool is_own(soci::session& sql, const Thread& thread, Id id) {
    std::string language;
    sql << "SELECT language FROM replies WHERE id = :id", soci::into(language), soci::use(id);
    return (language.empty() ? thread.default_language : language) == thread.language;
  }

  Added add_one(const NewReply& reply) {
    writer_ << "INSERT INTO articles (id) VALUES (:article) ON CONFLICT DO NOTHING", soci::use(reply.article);
    soci::statement insert =
        (writer_.prepare << "INSERT INTO replies (article, key, name, email, website, text, created, language)"
                            " VALUES (:article, :key, :name, :email, :website, :text, :created, :language)"
                            " ON CONFLICT (article, key) DO NOTHING",
         soci::use(reply.article), soci::use(reply.key), soci::use(reply.draft.name), soci::use(reply.draft.email),
         soci::use(reply.draft.website), soci::use(reply.draft.text), soci::use(reply.created),
         soci::use(reply.language));
    insert.execute(true);
    const bool is_new = insert.get_affected_rows() > 0;

    ReplyRow row;
    writer_ << "SELECT " << ReplyRow::columns << " FROM replies WHERE article = :article AND key = :key",
        soci::into(row.id), soci::into(row.reply.name), soci::into(row.reply.website), soci::into(row.reply.text),
        soci::into(row.reply.created), soci::into(row.reply.language), soci::use(reply.article), soci::use(reply.key);
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
