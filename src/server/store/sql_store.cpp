#include "server/store/sql_store.hpp"

#include "server/store/change_feed.hpp"
#include "server/store/new_reply_writer.hpp"
#include "server/store/selection.hpp"
#include "server/store/thread_order.hpp"
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
      Page page{{}, std::nullopt, latest_change(sql, request.thread.article)};
      PageEnd end(request.limit);
      const auto sections = sections_of(request.thread);
      // A cursor may be older than what the publisher says of threads now.
      auto from = request.after.section < std::ssize(sections) ? request.after : reply::Position{};
      for (; from.section < std::ssize(sections) && !end.is_reached(); from = {from.section + 1, 0})
        read(sql, sections[static_cast<std::size_t>(from.section)], from.place, end.rows(),
             [&](reply::Reply reply, std::size_t bytes) {
               if (!end.takes(bytes))
                 return false;
               reply.position.section = from.section;
               page.replies.push_back(std::move(reply));
               return true;
             });
      if (end.is_reached())
        page.next = page.replies.back().position;
      return page;
    });
  }

  Result<reply::Position> page_that_ends_with(const Thread& thread, std::int64_t place, int limit) override {
    return reading([&](soci::session& sql) {
      PageEnd end(limit);
      reply::Position before;
      read_back(*database_, sql, sections_of(thread).front(), place, end.rows(),
                [&](std::int64_t at, std::size_t bytes) {
                  before.place = at;
                  return end.takes(bytes);
                });
      return end.is_reached() ? before : reply::Position{};
    });
  }

  Result<std::optional<Changes>> changes(const ChangesRequest& request) override {
    return reading([&](soci::session& sql) -> std::optional<Changes> {
      const Thread& thread = request.thread;
      const auto latest = latest_change(sql, thread.article);
      if (request.since > latest)
        return std::nullopt;
      Changes changes{{}, request.since, false};
      PageEnd end(request.limit);
      read_changes(sql, thread.article, request.since, end.rows(), [&](Change change, ChangeNumber number) {
        if (!end.takes(bytes_of(change.reply)))
          return false;
        changes.changes.push_back(seen_from(thread, std::move(change)));
        changes.latest = number;
        return true;
      });
      changes.has_more = end.is_reached();
      if (!changes.has_more)
        changes.latest = latest;
      return changes;
    });
  }

  Result<std::int64_t> count(const Thread& thread) override {
    return reading([&](soci::session& sql) {
      std::int64_t total = 0;
      for (const Selection& section : sections_of(thread))
        total += store::count(sql, section);
      return total;
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
      hold_articles(database_->writer(), replies);
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

  /// Tells where in the thread the reply stands, or that it is gone from there.
  static Change seen_from(const Thread& thread, Change change) {
    const auto section = change.is_gone ? std::nullopt : section_of(thread, change.reply.language);
    if (section) {
      change.reply.position.section = *section;
      return change;
    }
    Change gone{{}, true};
    gone.reply.id = std::move(change.reply.id);
    gone.reply.position.place = change.reply.position.place;
    return gone;
  }

  // Takes one through the tables and their indexes, where a damaged page or a lost table shows, and takes it back,
  // which writes nothing.
  void try_a_reply() {
    const Writing writing(*database_);
    const NewReply reply{{}, {}, {"health", {}, {}, "health"}, {}, "1970-01-01T00:00:00Z"};
    hold_articles(database_->writer(), {reply});
    write(database_->writer(), reply);
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
