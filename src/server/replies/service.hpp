#pragma once

#include "server/replies/closures.hpp"
#include "server/replies/events.hpp"
#include "server/replies/policy.hpp"
#include "server/replies/rejection.hpp"
#include "server/replies/submission.hpp"
#include "server/site/articles.hpp"
#include "server/store/group_writer.hpp"
#include "server/store/store.hpp"

#include <boost/asio/awaitable.hpp>
#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace broadside::server::replies {

constexpr int default_page = 50;
constexpr int longest_page = 100;

/// Asks for a page of the replies under an article's text.
struct PageRequest {
  /// The language of the text. The article's default text is meant if it has none in that language.
  std::string language;
  /// Nothing for the first page; for others the `next` of an earlier page.
  std::optional<std::string> after = std::nullopt;
  /// The limit is from 1 to longest_page.
  int limit = default_page;
  reply::Order order = reply::Order::oldest;
  /// The id of a reply, if the page is to be one of its branch: see store::BranchRequest.
  std::string branch = {};
};

struct Page {
  std::vector<reply::Reply> replies;
  /// The number of replies on all pages.
  std::int64_t count;
  /// The value of PageRequest::after for the next page; nothing on the last one.
  std::optional<std::string> next;
  /// The value of ChangesRequest::since for the changes after this page was read.
  std::string since;
};

/// Asks for what has changed among the replies under an article's text.
struct ChangesRequest {
  /// The language of the text, as in PageRequest.
  std::string language;
  /// The `since` of an earlier page, or of earlier changes.
  std::string since;
  /// The limit is from 1 to longest_page.
  int limit = default_page;
  /// The order in which the positions of the replies are stated.
  reply::Order order = reply::Order::oldest;
};

struct Changes {
  /// The changes in the order of their commits. A reply that was changed several times is there once.
  std::vector<store::Change> changes;
  /// The number of replies now.
  std::int64_t count;
  /// The value of ChangesRequest::since for the next changes.
  std::string since;
  /// True if there are more already.
  bool has_more;
};

struct Kept {
  reply::Reply reply;
  /// False if the same reply had been kept before.
  bool is_new;
  /// The secret with which its writer may edit and delete it for edit_time. It is empty if the reply was sent without a
  /// key, since anybody could have sent it again.
  std::string token = {};
};

/// The time after its creation within which a reply's writer may change it.
constexpr std::chrono::minutes edit_time{15};

/// Names a reply that its writer changes.
struct Ownership {
  std::string reply;
  std::string token;
};

/// Returns the time in the form of utc_now().
using Clock = std::function<std::string()>;

/// Decides what may be done to replies, when and by whom. It knows nothing of HTTP. Each function may be called from
/// several threads. Those that are not coroutines block, as the store does.
class Service {
public:
  struct Parts {
    Articles& articles;
    store::Store& store;
    store::GroupWriter& writer;
    Events& events;
    Clock clock;
    /// The articles that moderators have closed; null for none.
    Closures* closures = nullptr;
    Policy policy = {};
    spam::Rate::Clock steady_clock = std::chrono::steady_clock::now;
  };
  explicit Service(Parts parts) : parts_(std::move(parts)), rate_(parts_.policy.hold_rate, parts_.steady_clock) {}

  /// Finds an article as it is published now. The other functions take an article that was found. Rejections:
  /// unknown_article, unreadable_article.
  tl::expected<std::shared_ptr<const ArticleInfo>, Rejection> article(const std::string& id);

  /// Returns whether the publisher, the moderators and the operator's policy let readers write replies to the article
  /// now.
  bool takes_replies(const ArticleInfo&) const;

  /// Returns what readers see; the publisher decides whether the article's languages share their replies. Rejections:
  /// unknown_cursor, unknown_reply, unavailable.
  tl::expected<Page, Rejection> page(const ArticleInfo&, const PageRequest&);

  /// Returns the Page::since that a page of the article has now, or nothing if the database fails. Each page stays as
  /// it is while this does.
  std::optional<std::string> version(const ArticleInfo&);

  /// Returns what was published, edited or deleted, wherever it stands in the thread. Rejections: unknown_change,
  /// unavailable.
  tl::expected<Changes, Rejection> changes(const ArticleInfo&, const ChangesRequest&);

  /// Judges a reply, keeps it, and returns when it is on the disk. If readers see it from then on, the listeners are
  /// told of it. Rejections: closed, invalid, too_many, key_taken, parent_gone, unavailable.
  boost::asio::awaitable<tl::expected<Kept, Rejection>> submit(const ArticleInfo&, Submission);

  /// Changes the text of a writer's own reply, and judges it anew. Rejections: invalid, not_changeable, unavailable.
  boost::asio::awaitable<tl::expected<Kept, Rejection>> edit(const ArticleInfo&, Ownership, std::string text);

  /// Deletes a writer's own reply. Rejections: not_changeable, unavailable.
  boost::asio::awaitable<tl::expected<Kept, Rejection>> remove(const ArticleInfo&, Ownership);

  /// Returns the number of replies under the text of that language, or nothing if the database fails.
  std::optional<std::int64_t> count(const ArticleInfo&, const std::string& language);

  /// Finds out whether replies can be read and kept. The error says in words why not: "the disk is full".
  boost::asio::awaitable<tl::expected<void, std::string>> check();

private:
  boost::asio::awaitable<tl::expected<Kept, Rejection>> alter(const ArticleInfo&, store::Alteration);
  reply::Reply as_kept(const ArticleInfo&, reply::Reply, const std::string& branch_language) const;
  store::Alteration::Writer proof(const std::string& token) const;

  Parts parts_;
  spam::Rate rate_;
};

} // namespace broadside::server::replies
