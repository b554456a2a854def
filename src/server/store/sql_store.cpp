#include "server/store/sql_store.hpp"

#include "server/store/new_reply_writer.hpp"
#include "server/store/selection.hpp"
#include "server/store/writing.hpp"

#include <soci/soci.h>

#include <chrono>

namespace broadside::server::store {

namespace {

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

class SqlStore final : public Store {
public:
  explicit SqlStore(std::unique_ptr<Database> database) : database_(std::move(database)) {}

  Result<std::vector<Added>> add(const std::vector<NewReply>& replies) override {
    auto added = added_to(replies);
    if (!added)
      last_written_ = {}; // what was well a moment ago is no more
    else
      last_written_ = std::chrono::steady_clock::now();
    return added;
  }

  Result<Page> page(const PageRequest& request) override {
    return reading([&](soci::session& sql) {
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
    return reading([&](soci::session& sql) {
      PageEnd end(limit);
      Id before = 0;
      read_back(*database_, sql, usual(thread), id, end.rows(), [&](Id at, std::size_t bytes) {
        before = at;
        return end.takes(bytes);
      });
      return end.is_reached() ? before : 0;
    });
  }

  Result<std::int64_t> count(const Thread& thread) override {
    return reading([&](soci::session& sql) {
      return store::count(sql, thread.threads == reply::Threads::separate ? own_of(thread) : all_of(thread));
    });
  }

  Result<void> check() override {
    if (auto failure = database_->failure())
      return tl::unexpected(*failure);
    if (!database_->has_room())
      return tl::unexpected(Failure{Failure::Kind::full});
    auto checked = guarded([&] {
      int version = 0;
      database_->writer() << "SELECT version FROM schema_version", soci::into(version);
      if (std::chrono::steady_clock::now() - last_written_ < write_test_interval)
        return;
      try_a_reply();
      database_->try_writing();
      last_written_ = std::chrono::steady_clock::now();
    });
    // Another program's lock ends without anybody's help.
    if (!checked && checked.error().kind == Failure::Kind::busy)
      return {};
    return checked;
  }

private:
  /// SOCI throws; nothing above the store has to know.
  template <typename Work> auto guarded(Work work) -> Result<decltype(work())> {
    try {
      if constexpr (std::is_void_v<decltype(work())>)
        return work(), Result<void>{};
      else
        return work();
    } catch (const std::exception& exception) {
      return tl::unexpected(database_->failure_of(exception));
    }
  }

  /// Several statements of the work read one and the same moment.
  template <typename Work> auto reading(Work work) -> Result<decltype(work(std::declval<soci::session&>()))> {
    return guarded([&] {
      soci::session sql(database_->readers());
      const soci::transaction moment(sql);
      return work(sql);
    });
  }

  Result<std::vector<Added>> added_to(const std::vector<NewReply>& replies) {
    if (auto failure = database_->failure())
      return tl::unexpected(*failure);
    auto added = guarded([&] {
      Writing writing(*database_);
      std::vector<Added> all;
      all.reserve(replies.size());
      for (const NewReply& reply : replies)
        all.push_back(write(database_->writer(), reply));
      writing.commit();
      return all;
    });
    if (!added)
      return added;
    // The files may have gone since, and what was written with them. What is answered now must be there.
    if (auto failure = database_->failure())
      return tl::unexpected(*failure);
    return added;
  }

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
    const Writing writing(*database_);
    write(database_->writer(), {{}, {}, {"health", {}, {}, "health"}, {}, "1970-01-01T00:00:00Z"});
  }

  // Health is asked for by anybody, and each writing waits for the disk.
  static constexpr std::chrono::seconds write_test_interval{1};

  std::unique_ptr<Database> database_;
  std::chrono::steady_clock::time_point last_written_;
};

} // namespace

tl::expected<std::unique_ptr<Store>, Error> open(std::unique_ptr<Database> database) {
  if (auto migrated = migrate(*database, database->migrations()); !migrated)
    return tl::unexpected(migrated.error());
  database->open_readers();
  return std::make_unique<SqlStore>(std::move(database));
}

} // namespace broadside::server::store
