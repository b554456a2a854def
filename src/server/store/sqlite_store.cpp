#include "server/store/sqlite_store.hpp"

#include "server/store/immediate_transaction.hpp"
#include "server/store/migrations.hpp"
#include "server/store/open_files.hpp"
#include "server/store/private_file.hpp"
#include "server/store/sqlite_session.hpp"

#include <soci/soci.h>

#include <limits>

namespace broadside::server::store {

namespace {

using reply::Reply;

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

/// What counts for page_bytes.
std::size_t bytes_of(const Reply& reply) { return reply.name.size() + reply.website.size() + reply.text.size(); }
/// The same as SQL.
constexpr auto bytes_column = "length(CAST(name AS BLOB)) + length(CAST(website AS BLOB)) + length(CAST(text AS BLOB))";

/// Where a page ends: by its limit or by its bytes.
class PageEnd {
public:
  explicit PageEnd(int limit) : limit_(limit) {}

  /// How many rows it takes to know whether there is more behind the page.
  int rows() const { return limit_ - count_ + 1; }

  /// True where a reply of so many bytes still stands on the page.
  bool takes(std::size_t bytes) {
    if (count_ == limit_ || (count_ > 0 && bytes_ + bytes > page_bytes))
      return false;
    ++count_;
    bytes_ += bytes;
    return true;
  }

private:
  int limit_;
  int count_ = 0;
  std::size_t bytes_ = 0;
};

class SqliteStore final : public Store {
public:
  explicit SqliteStore(const SqliteOptions& options) : readers_(options.readers) {
    create_private(options.file);
    connect(writer_, options.file, options.busy_timeout);
    // Readers and the writer do not wait for each other, and what is committed survives a power cut.
    use_write_ahead_log(writer_, options.busy_timeout);
    writer_ << "PRAGMA synchronous = FULL";
  }

  tl::expected<void, Error> prepare(const SqliteOptions& options) {
    if (auto migrated = migrate(writer_, options.file, migrations()); !migrated)
      return migrated;
    for (std::size_t i = 0; i < options.readers; ++i) {
      connect(readers_.at(i), options.file, options.busy_timeout);
      readers_.at(i) << "PRAGMA query_only = ON";
      // The first reading opens the log and its index, for which there might be no descriptors later.
      int version = 0;
      readers_.at(i) << "SELECT version FROM schema_version", soci::into(version);
    }
    files_ = OpenFiles(options.file);
    return {};
  }

  Result<std::vector<Added>> add(const std::vector<NewReply>& replies) override {
    if (!files_.are_in_place())
      return tl::unexpected(Failure{Failure::Kind::detached});
    auto added = guarded([&] {
      ImmediateTransaction transaction(writer_);
      std::vector<Added> all;
      all.reserve(replies.size());
      for (const NewReply& reply : replies)
        all.push_back(add_one(reply));
      transaction.commit();
      return all;
    });
    if (!added)
      return added;
    // The files may have gone since, and what was written with them. What is answered now must be there.
    if (!files_.are_in_place())
      return tl::unexpected(Failure{Failure::Kind::detached});
    last_written_ = std::chrono::steady_clock::now();
    return added;
  }

  Result<Page> page(const PageRequest& request) override {
    return guarded([&] {
      soci::session sql(readers_);
      Page page;
      PageEnd end(request.limit);
      const bool has_more = request.thread.threads == reply::Threads::own_first
                                ? read_own_first(sql, request, end, page.replies)
                                : read(sql, request.thread, usual(request.thread), request.after, end, page.replies);
      if (has_more)
        page.next = std::stoll(page.replies.back().id);
      return page;
    });
  }

  Result<Id> page_that_ends_with(const Thread& thread, Id id, int limit) override {
    return guarded([&] {
      soci::session sql(readers_);
      Id before = 0;
      long long bytes = 0;
      PageEnd end(limit);
      const int rows = end.rows();
      const auto which = static_cast<int>(usual(thread));
      soci::statement select =
          (sql.prepare << "SELECT id, " << bytes_column << " FROM replies WHERE " << of_thread
                       << " AND id <= :id ORDER BY id DESC LIMIT :rows",
           soci::into(before), soci::into(bytes), soci::use(thread.article, "article"), soci::use(which, "which"),
           soci::use(thread.language, "language"), soci::use(thread.default_language, "default"), soci::use(id, "id"),
           soci::use(rows, "rows"));
      select.execute();
      while (select.fetch())
        if (!end.takes(static_cast<std::size_t>(bytes)))
          return before;
      return Id{0};
    });
  }

  Result<void> check() override {
    if (!files_.are_in_place())
      return tl::unexpected(Failure{Failure::Kind::detached});
    if (!files_.have_room())
      return tl::unexpected(Failure{Failure::Kind::full});
    auto checked = guarded([&] {
      int version = 0;
      writer_ << "SELECT version FROM schema_version", soci::into(version);
      if (std::chrono::steady_clock::now() - last_written_ < write_test_interval)
        return;
      write_something();
      last_written_ = std::chrono::steady_clock::now();
    });
    // Another program's lock ends without anybody's help.
    if (!checked && checked.error().kind == Failure::Kind::busy)
      return {};
    return checked;
  }

private:
  enum class Which { all, own, others };

  static constexpr auto of_thread =
      "article = :article AND (:which = 0 OR (coalesce(nullif(language, ''), :default) = :language) = (:which = 1))";

  static Which usual(const Thread& thread) {
    return thread.threads == reply::Threads::shared ? Which::all : Which::own;
  }

  // Until the page ends or there are no more of them. True where more stand behind the page's end.
  static bool read(soci::session& sql, const Thread& thread, Which which, Id after, PageEnd& end,
                   std::vector<Reply>& replies) {
    ReplyRow row;
    const auto number = static_cast<int>(which);
    const int rows = end.rows();
    soci::statement select =
        (sql.prepare << "SELECT " << ReplyRow::columns << " FROM replies WHERE " << of_thread
                     << " AND id > :after ORDER BY id LIMIT :rows",
         soci::into(row.id), soci::into(row.reply.name), soci::into(row.reply.website), soci::into(row.reply.text),
         soci::into(row.reply.created), soci::into(row.reply.language), soci::use(thread.article, "article"),
         soci::use(number, "which"), soci::use(thread.language, "language"),
         soci::use(thread.default_language, "default"), soci::use(after, "after"), soci::use(rows, "rows"));
    select.execute();
    while (select.fetch()) {
      if (!end.takes(bytes_of(row.reply)))
        return true;
      replies.push_back(row.take());
    }
    return false;
  }

  static bool read_own_first(soci::session& sql, const PageRequest& request, PageEnd& end,
                             std::vector<Reply>& replies) {
    const bool among_others = request.after > 0 && !is_own(sql, request.thread, request.after);
    if (!among_others && read(sql, request.thread, Which::own, request.after, end, replies))
      return true;
    return read(sql, request.thread, Which::others, among_others ? request.after : 0, end, replies);
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

  // A number in the file's header that nothing else uses. An UPDATE that changes nothing would write nothing.
  void write_something() {
    int number = 0;
    writer_ << "PRAGMA user_version", soci::into(number);
    writer_ << "PRAGMA user_version = " << (number == std::numeric_limits<int>::max() ? 0 : number + 1);
  }

  // Health is asked for by anybody, and each writing waits for the disk.
  static constexpr std::chrono::seconds write_test_interval{1};

  soci::session writer_;
  soci::connection_pool readers_;
  OpenFiles files_;
  std::chrono::steady_clock::time_point last_written_;
};

} // namespace

tl::expected<std::unique_ptr<Store>, Error> open_sqlite(const SqliteOptions& options) {
  try {
    auto store = std::make_unique<SqliteStore>(options);
    if (auto prepared = store->prepare(options); !prepared)
      return tl::unexpected(prepared.error());
    return store;
  } catch (const std::exception& exception) {
    return tl::unexpected(Error{"database-unreadable", options.file.string(), sentence_of(failure_of(exception))});
  }
}

} // namespace broadside::server::store
