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

/// The end of a page, by its limit or by its bytes.
class PageEnd {
public:
  explicit PageEnd(int limit) : limit_(limit) {}

  /// Returns how many rows must be read to know whether something follows the page.
  int rows() const { return limit_ - count_ + 1; }

  /// Returns true if a reply of so many bytes still fits on the page.
  bool takes(std::size_t bytes) {
    is_reached_ = count_ == limit_ || (count_ > 0 && bytes_ + bytes > page_bytes);
    if (is_reached_)
      return false;
    ++count_;
    bytes_ += bytes;
    return true;
  }

  /// Returns true if a reply did not fit on the page any more.
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
      // A database that could be written a moment ago cannot any more.
      last_written_ = {};
    else
      last_written_ = std::chrono::steady_clock::now();
    return added;
  }

  Result<Page> page(const PageRequest& request) override {
    return reading([&](soci::session& sql) {
      Page page{{}, std::nullopt, latest_change(sql, request.thread.article)};
      PageEnd end(request.limit);
      const auto sections = sections_of(request.thread);
      // A cursor may be older than the publisher's present setting of `threads`.
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

  Result<reply::Position> page_that_ends_with(const ThreadQuery& thread, std::int64_t place, int limit) override {
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
      const ThreadQuery& thread = request.thread;
      const auto latest = latest_change(sql, thread.article);
      if (request.since > latest)
        return std::nullopt;
      Changes changes{{}, request.since, false};
      PageEnd end(request.limit);
      read_changes(sql, thread.article, request.since, end.rows(), [&](Change change, ChangeNumber number) {
        if (!end.takes(bytes_of(change.reply)))
          return false;
        changes.changes.push_back(as_seen_in(thread, std::move(change)));
        changes.latest = number;
        return true;
      });
      changes.has_more = end.is_reached();
      if (!changes.has_more)
        changes.latest = latest;
      return changes;
    });
  }

  Result<std::int64_t> count(const ThreadQuery& thread) override {
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
    auto checked = catching_failures([&] {
      int version = 0;
      database_->writer() << "SELECT version FROM schema_version", soci::into(version);
      if (std::chrono::steady_clock::now() - last_written_ < write_test_interval)
        return;
      try_writing_a_reply();
      database_->try_writing();
      last_written_ = std::chrono::steady_clock::now();
    });
    // Another program's lock ends by itself.
    if (!checked && checked.error().kind == Failure::Kind::busy)
      return {};
    return checked;
  }

private:
  /// Turns what SOCI throws into a failure, so that nothing above the store has to know SOCI.
  template <typename Work> auto catching_failures(Work work) -> Result<decltype(work())> {
    try {
      if constexpr (std::is_void_v<decltype(work())>)
        return work(), Result<void>{};
      else
        return work();
    } catch (const std::exception& exception) {
      return tl::unexpected(database_->failure_of(exception));
    }
  }

  /// Runs the work within a transaction, so that all of its statements read the same moment.
  template <typename Work> auto reading(Work work) -> Result<decltype(work(std::declval<soci::session&>()))> {
    return catching_failures([&] {
      soci::session sql(database_->readers());
      const soci::transaction moment(sql);
      return work(sql);
    });
  }

  Result<std::vector<Added>> added_to(const std::vector<NewReply>& replies) {
    if (auto failure = database_->failure())
      return tl::unexpected(*failure);
    auto added = catching_failures([&] {
      Writing writing(*database_);
      std::vector<Added> all;
      all.reserve(replies.size());
      lock_articles(database_->writer(), replies);
      for (const NewReply& reply : replies)
        all.push_back(write(database_->writer(), reply));
      writing.commit();
      return all;
    });
    if (!added)
      return added;
    // The files may have been removed meanwhile, and what was written with them. A reply that is reported as kept must
    // be there.
    if (auto failure = database_->failure())
      return tl::unexpected(*failure);
    return added;
  }

  /// Returns the change with the section in which the reply stands in this thread, or as one that is gone from it.
  static Change as_seen_in(const ThreadQuery& thread, Change change) {
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

  // Writes a reply to the tables and their indexes, where a damaged page or a lost table shows, and rolls it back,
  // which writes nothing to the disk.
  void try_writing_a_reply() {
    const Writing writing(*database_);
    const NewReply reply{{}, {}, {"health", {}, {}, "health"}, {}, "1970-01-01T00:00:00Z"};
    lock_articles(database_->writer(), {reply});
    write(database_->writer(), reply);
  }

  // Anybody may ask for the server's health, and each write waits for the disk.
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
