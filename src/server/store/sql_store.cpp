#include "server/store/sql_store.hpp"

#include "server/store/alteration.hpp"
#include "server/store/branch.hpp"
#include "server/store/catching_failures.hpp"
#include "server/store/change_feed.hpp"
#include "server/store/new_reply_writer.hpp"
#include "server/store/reading.hpp"
#include "server/store/selection.hpp"
#include "server/store/thread_order.hpp"
#include "server/store/writing.hpp"

#include <soci/soci.h>

#include <chrono>
#include <set>

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

template <typename Entry> std::set<std::string> articles_of(const std::vector<Entry>& entries) {
  std::set<std::string> articles;
  for (const Entry& entry : entries)
    articles.insert(entry.article);
  return articles;
}

/// A decision finds its articles out itself.
std::set<std::string> articles_of(const std::vector<Decision>&) { return {}; }

class SqlStore final : public Store {
public:
  explicit SqlStore(std::unique_ptr<Database> database) : database_(std::move(database)) {}

  Result<std::vector<Added>> add(const std::vector<NewReply>& replies) override {
    return written(replies, &store::write);
  }

  Result<std::vector<Altered>> alter(const std::vector<Alteration>& alterations) override {
    return written(alterations, &store::alter);
  }

  Result<std::vector<Decided>> decide(const std::vector<Decision>& decisions) override {
    return written(decisions, &store::decide);
  }

  Result<Sender> sender(const std::string& email) override {
    return reading([&](soci::session& sql) { return read_sender(sql, email); });
  }

  Result<Sender> sender_of(const std::string& reply) override {
    return reading([&](soci::session& sql) { return read_sender_of(sql, reply); });
  }

  Result<Queue> queue(const QueueRequest& request) override {
    return reading([&](soci::session& sql) { return read_queue(sql, request); });
  }

  Result<Totals> totals() override {
    return reading([&](soci::session& sql) { return read_totals(sql); });
  }

  Result<std::optional<Card>> card(const std::string& reply) override {
    return reading([&](soci::session& sql) { return read_card(sql, reply); });
  }

  Result<std::vector<AuditEntry>> decision(const std::string& id) override {
    return reading([&](soci::session& sql) { return read_decision(sql, id); });
  }

  Result<Page> page(const PageRequest& request) override {
    return reading([&](soci::session& sql) {
      Page page{{}, std::nullopt, latest_change(sql, request.thread.article)};
      PageEnd end(request.limit);
      const auto sections = sections_of(request.thread);
      const auto order = request.thread.order;
      // A cursor may be older than the publisher's present setting of `threads`.
      auto from = request.after.section < std::ssize(sections) ? request.after : reply::Position{};
      for (; from.section < std::ssize(sections) && !end.is_reached(); from = {from.section + 1})
        read(sql, sections[static_cast<std::size_t>(from.section)], order, from.path, end.rows(),
             taking(page, end, from.section, order));
      if (end.is_reached())
        page.next = page.replies.back().position;
      return page;
    });
  }

  Result<std::optional<Page>> branch(const BranchRequest& request) override {
    return reading([&](soci::session& sql) -> std::optional<Page> {
      const auto& article = request.thread.article;
      const auto order = request.thread.order;
      const auto standing = standing_of(sql, article, request.reply);
      const auto section = standing ? section_of(request.thread, standing->branch_language) : std::nullopt;
      if (!section)
        return std::nullopt;
      Page page{{}, std::nullopt, latest_change(sql, article)};
      PageEnd end(request.limit);
      const auto take = taking(page, end, *section, order);
      // The replies above it come besides, so that the page always has the reply itself.
      if (!request.after)
        read_above(sql, article, standing->path, [&](reply::Reply reply) {
          page.replies.push_back(placed(std::move(reply), *section, order));
          return true;
        });
      // A reply's path and a digit are a text between the reply and those below it.
      const auto from = request.after ? path_in(order, request.after->path) + "0" : standing->path;
      read_branch(sql, article, std::string(reply::path_above(standing->path, 1)), from, end.rows(), take);
      if (end.is_reached())
        page.next = page.replies.back().position;
      return page;
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
      const auto take = [&](Change change, ChangeNumber number, const std::string& branch_language) {
        if (!end.takes(bytes_of(change.reply)))
          return false;
        changes.changes.push_back(as_seen_in(thread, std::move(change), branch_language));
        changes.latest = number;
        return true;
      };
      read_changes(sql, thread.article, request.since, end.rows(), take);
      changes.has_more = end.is_reached();
      if (!changes.has_more)
        changes.latest = latest;
      return changes;
    });
  }

  Result<ChangeNumber> latest(const std::string& article) override {
    return reading([&](soci::session& sql) { return latest_change(sql, article); });
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
      database_->revive(database_->writer());
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
  template <typename Work> auto catching_failures(Work work) -> Result<decltype(work())> {
    return store::catching_failures(*database_, work);
  }

  /// Runs the work within a transaction, so that all of its statements read the same moment.
  template <typename Work> auto reading(Work work) -> Result<decltype(work(std::declval<soci::session&>()))> {
    return catching_failures([&] {
      Reading moment(*database_);
      return work(moment.sql());
    });
  }

  /// Writes the entries in one transaction, and returns the result of each.
  template <typename Made, typename Entry>
  Result<std::vector<Made>> written(const std::vector<Entry>& entries,
                                    Made (*write_one)(soci::session&, const Entry&)) {
    auto results = all_written(entries, write_one);
    // After a failure, a database that could be written a moment ago cannot any more.
    last_written_ = results ? std::chrono::steady_clock::now() : std::chrono::steady_clock::time_point();
    return results;
  }

  template <typename Made, typename Entry>
  Result<std::vector<Made>> all_written(const std::vector<Entry>& entries,
                                        Made (*write_one)(soci::session&, const Entry&)) {
    if (auto failure = database_->failure())
      return tl::unexpected(*failure);
    auto results = catching_failures([&] {
      std::vector<Made> all;
      Writing writing(*database_);
      lock_articles(database_->writer(), articles_of(entries));
      for (const Entry& entry : entries)
        all.push_back(write_one(database_->writer(), entry));
      writing.commit();
      return all;
    });
    if (!results)
      return results;
    // The files may have been removed meanwhile, and what was written with them. A reply that is reported as kept must
    // be there.
    if (auto failure = database_->failure())
      return tl::unexpected(*failure);
    return results;
  }

  /// Returns the reply with its position in a section and an order.
  static reply::Reply placed(reply::Reply reply, int section, reply::Order order) {
    reply.position = {section, path_in(order, reply.position.path)};
    return reply;
  }

  /// Returns a function that puts replies on the page until it ends. It must not outlive them.
  static Take taking(Page& page, PageEnd& end, int section, reply::Order order) {
    return [&page, &end, section, order](reply::Reply reply) {
      if (!end.takes(bytes_of(reply)))
        return false;
      page.replies.push_back(placed(std::move(reply), section, order));
      return true;
    };
  }

  /// Returns the change with the position of the reply in this thread, or as one that is gone from it.
  static Change as_seen_in(const ThreadQuery& thread, Change change, const std::string& branch_language) {
    const auto section = change.is_gone ? std::nullopt : section_of(thread, branch_language);
    if (section)
      return {placed(std::move(change.reply), *section, thread.order), false};
    Change gone{{}, true};
    gone.reply.id = std::move(change.reply.id);
    gone.reply.place = change.reply.place;
    return gone;
  }

  // Writes a reply to the tables and their indexes, where a damaged page or a lost table shows, and rolls it back,
  // which writes nothing to the disk.
  void try_writing_a_reply() {
    const Writing writing(*database_);
    const NewReply reply{{}, {}, {"health", {}, {}, "health"}, {}, "1970-01-01T00:00:00Z"};
    lock_articles(database_->writer(), {reply.article});
    write(database_->writer(), reply);
  }

  // Anybody may ask for the server's health, and each write waits for the disk.
  static constexpr std::chrono::seconds write_test_interval{1};

  std::unique_ptr<Database> database_;
  std::chrono::steady_clock::time_point last_written_;
};

} // namespace

tl::expected<std::unique_ptr<Store>, Error> store_in(std::unique_ptr<Database> database) {
  if (auto migrated = migrate(*database, database->migrations()); !migrated)
    return tl::unexpected(migrated.error());
  database->open_readers();
  return std::make_unique<SqlStore>(std::move(database));
}

} // namespace broadside::server::store
