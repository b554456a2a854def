#pragma once

#include "server/replies/events.hpp"
#include "server/replies/rejection.hpp"
#include "server/replies/submission.hpp"
#include "server/site/articles.hpp"
#include "server/store/group_writer.hpp"
#include "server/store/store.hpp"

#include <boost/asio/awaitable.hpp>
#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace broadside::server::replies {

constexpr int usual_page = 50;
constexpr int longest_page = 100;

/// A page of the replies that stand under an article's text.
struct PageRequest {
  /// The text's; the article's default where it has none of that language.
  std::string language;
  /// Nothing for the first page, and else what an earlier page had as `next`.
  std::optional<std::string> after = std::nullopt;
  /// From 1 to longest_page.
  int limit = usual_page;
};

struct Page {
  std::vector<reply::Reply> replies;
  /// How many there are on all pages.
  std::int64_t count;
  /// PageRequest::after of the next page; nothing on the last one.
  std::optional<std::string> next;
  /// ChangesRequest::since for what changes after this page was read.
  std::string since;
};

/// What has changed among the replies under an article's text.
struct ChangesRequest {
  /// As a page's.
  std::string language;
  /// What an earlier page, or earlier changes, had as `since`.
  std::string since;
  /// From 1 to longest_page.
  int limit = usual_page;
};

struct Changes {
  /// In the order in which they were committed. A reply that was changed several times is there once.
  std::vector<store::Change> changes;
  /// How many replies there are now.
  std::int64_t count;
  /// What to ask for the next changes with.
  std::string since;
  /// Whether there are more already.
  bool has_more;
};

struct Kept {
  reply::Reply reply;
  /// False where the same reply had been kept before.
  bool is_new;
};

/// Tells the time in the form of utc_now().
using Clock = std::function<std::string()>;

/// What may be done to replies, when and by whom. It knows nothing of HTTP. Each function may be called from several
/// threads; those that are no coroutines block, as the store does.
class Service {
public:
  struct Parts {
    Articles& articles;
    store::Store& store;
    store::GroupWriter& writer;
    Events& events;
    Clock clock;
  };
  explicit Service(Parts parts) : parts_(std::move(parts)) {}

  /// Finds an article as it is published now. Everything else here is asked for one that was found. Rejections:
  /// unknown_article, unreadable_article.
  tl::expected<std::shared_ptr<const ArticleInfo>, Rejection> article(const std::string& id);

  /// Returns what readers see, as the publisher wants an article's languages to share their replies. Rejections:
  /// unknown_cursor, unavailable.
  tl::expected<Page, Rejection> page(const ArticleInfo&, const PageRequest&);

  /// Returns what was published, edited or deleted, wherever it stands in the thread. Rejections: unknown_change,
  /// unavailable.
  tl::expected<Changes, Rejection> changes(const ArticleInfo&, const ChangesRequest&);

  /// Keeps a reply, and returns when it is on the disk. Then, and if it is new, the listeners are told of it.
  /// Rejections: closed, invalid, key_taken, unavailable.
  boost::asio::awaitable<tl::expected<Kept, Rejection>> submit(const ArticleInfo&, Submission);

  /// Returns PageRequest::after of a page of the usual length, under the text of that language, that the reply stands
  /// on. Nothing for the first page.
  std::optional<std::string> start_of_page_with(const ArticleInfo&, const std::string& language, const reply::Reply&);

  /// Returns how many replies there are under the text of that language; nothing where the database does not say.
  std::optional<std::int64_t> count(const ArticleInfo&, const std::string& language);

  /// Finds out whether replies can be read and kept. The error says in words why not: "the disk is full".
  boost::asio::awaitable<tl::expected<void, std::string>> check();

private:
  Parts parts_;
};

} // namespace broadside::server::replies
