#include "server/store/sqlite_store.hpp"

#include "server/store/immediate_transaction.hpp"
#include "server/store/migrations.hpp"
#include "server/store/new_reply_writer.hpp"
#include "server/store/open_files.hpp"
#include "server/store/private_file.hpp"
#include "server/store/selection.hpp"
#include "server/store/sqlite_session.hpp"

#include <soci/soci.h>

#include <limits>

namespace broadside::server::store {

namespace {

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

/// Where a page ends: by its limit or by its bytes.
class PageEnd {
public:
  explicit PageEnd(int limit) : limit_(limit) {}

  /// How many rows it takes to know whether there is more behind the page.
  int rows() const { return limit_ - count_ + 1; }

  /// True where a reply of so many bytes still stands on the page.
  bool takes(std::size_t bytes) {
    is_reached_ = count_ == limit_ || (count_ > 0 && bytes_ + bytes > page_bytes);
    if (is_reached_)
      return false;
    ++count_;
    bytes_ += bytes;
    return true;
  }

  /// True where a reply did not stand on the page any more.
  bool is_reached() const { return is_reached_; }

private:
  int limit_;
  int count_ = 0;
  bool is_reached_ = false;
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
        all.push_back(write(writer_, reply));
      transaction.commit();
      return all;
    });
    if (!added) {
      last_written_ = {}; // what was well a moment ago is no more
      return added;
    }
    // The files may have gone since, and what was written with them. What is answered now must be there.
    if (!files_.are_in_place())
      return tl::unexpected(Failure{Failure::Kind::detached});
    last_written_ = std::chrono::steady_clock::now();
    return added;
  }

  Result<Page> page(const PageRequest& request) override {
    return guarded([&] {
      soci::session sql(readers_);
      // Several statements read one and the same moment.
      const soci::transaction moment(sql);
      Page page;
      PageEnd end(request.limit);
      const bool has_more = request.thread.threads == reply::Threads::own_first
                                ? read_own_first(sql, request, end, page.replies)
                                : read_until(end, sql, usual(request.thread), request.after, page.replies);
      if (has_more)
        page.next = std::stoll(page.replies.back().id);
      return page;
    });
  }

  Result<Id> page_that_ends_with(const Thread& thread, Id id, int limit) override {
    return guarded([&] {
      soci::session sql(readers_);
      PageEnd end(limit);
      Id before = 0;
      read_back(sql, usual(thread), id, end.rows(), [&](Id at, std::size_t bytes) {
        before = at;
        return end.takes(bytes);
      });
      return end.is_reached() ? before : 0;
    });
  }

  Result<std::int64_t> count(const Thread& thread) override {
    return guarded([&] {
      soci::session sql(readers_);
      return store::count(sql, thread.threads == reply::Threads::separate ? own_of(thread) : all_of(thread));
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
      try_a_reply();
      write_something();
      last_written_ = std::chrono::steady_clock::now();
    });
    // Another program's lock ends without anybody's help.
    if (!checked && checked.error().kind == Failure::Kind::busy)
      return {};
    return checked;
  }

private:
  static Selection usual(const Thread& thread) {
    return thread.threads == reply::Threads::shared ? all_of(thread) : own_of(thread);
  }

  // Until the page ends or there are no more of them. True where more stand behind the page's end.
  static bool read_until(PageEnd& end, soci::session& sql, const Selection& selection, Id after,
                         std::vector<reply::Reply>& replies) {
    read(sql, selection, after, end.rows(), [&](reply::Reply reply, std::size_t bytes) {
      if (!end.takes(bytes))
        return false;
      replies.push_back(std::move(reply));
      return true;
    });
    return end.is_reached();
  }

  static bool read_own_first(soci::session& sql, const PageRequest& request, PageEnd& end,
                             std::vector<reply::Reply>& replies) {
    const bool among_others = request.after > 0 && !is_own(sql, request.thread, request.after);
    if (!among_others && read_until(end, sql, own_of(request.thread), request.after, replies))
      return true;
    return read_until(end, sql, others_of(sql, request.thread), among_others ? request.after : 0, replies);
  }

  static bool is_own(soci::session& sql, const Thread& thread, Id id) {
    std::string language;
    sql << "SELECT language FROM replies WHERE id = :id", soci::into(language), soci::use(id);
    return (language.empty() ? thread.default_language : language) == thread.language;
  }

  // Takes one through the tables and their indexes, where a damaged page or a lost table shows, and takes it back,
  // which writes nothing.
  void try_a_reply() {
    const ImmediateTransaction transaction(writer_);
    write(writer_, {{}, {}, {"health", {}, {}, "health"}, {}, "1970-01-01T00:00:00Z"});
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
