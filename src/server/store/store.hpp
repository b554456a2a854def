#pragma once

#include "core/reply/order.hpp"
#include "core/reply/reply.hpp"
#include "core/reply/thread_policy.hpp"
#include "server/store/alteration.hpp"
#include "server/store/audit.hpp"
#include "server/store/decision.hpp"
#include "server/store/failure.hpp"
#include "server/store/queue.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace broadside::server::store {

/// The number of changes that the replies to an article have seen. Each publication, edit and deletion is one change,
/// and its number stays with the reply until the reply changes again. So a reply has changed since a number was read if
/// its own number is higher.
using ChangeNumber = std::int64_t;

/// A reply to be kept. Its fields have passed reply::validate.
struct NewReply {
  std::string article;
  /// The writer's own secret name for this submission: another submission with the same key is the same reply. It is
  /// empty if the writer sent none. Then a reply with the same name and text within ten minutes is the same reply,
  /// whoever sends it. The e-mail address does not count there, since otherwise a second submission would tell whether
  /// a guess at the writer's address is right.
  std::string key;
  reply::Draft draft;
  /// The language of the text under which it was written; empty if not known.
  std::string language;
  /// The time as RFC 3339, in UTC.
  std::string created;
  /// The id of the reply that it answers; empty if it answers the article.
  std::string parent = {};
  reply::State state = reply::State::published;
  /// A word for the rule that gave it its state: see replies::Verdict.
  std::string reason = "policy";
};

struct Added {
  enum class Outcome : std::uint8_t {
    added,
    repeated, // the reply was there already
    // another reply is kept under its key, and this one is not
    key_taken,
    // there is no such reply to answer, or readers do not see it any more
    parent_gone,
  };
  Outcome outcome;
  /// The reply as it is kept. It is empty if nothing was, so that a client that has a key by chance learns nothing.
  reply::Reply reply = {};
  /// The language that decides in which section of a thread its branch stands.
  std::string branch_language = {};
  /// The secret with which its writer may alter the reply. It is empty for a reply that was repeated without a key,
  /// since anybody can do that.
  std::string token = {};
};

/// Names the replies under one text of an article, in their order: see sections_of().
struct ThreadQuery {
  std::string article;
  reply::ThreadPolicy threads = reply::ThreadPolicy::shared;
  /// The language of the text, and the language that counts for replies whose own is not known.
  std::string language = {}, default_language = {};
  reply::Order order = reply::Order::oldest;
};

/// The number of replies in each branch, besides its first one, that stand on the pages of a thread: those that were
/// published first. BranchRequest is for the others.
constexpr int shown_answers = 10;

/// The limit of a page's size. A page of replies or of changes ends before the reply whose texts would exceed it,
/// whatever the limit on their number: 100 of the longest replies are 4 MB. The first reply always fits.
constexpr std::size_t page_bytes = 256 * 1024;

struct PageRequest {
  ThreadQuery thread;
  /// The page starts after this position, whether or not a reply still stands there.
  reply::Position after;
  int limit;
};

/// Asks for the branch of a thread in which a reply stands.
struct BranchRequest {
  ThreadQuery thread;
  /// The id of the reply.
  std::string reply;
  /// The page starts after this position. Without one it has all replies above the reply, and then those from the reply
  /// on.
  std::optional<reply::Position> after = std::nullopt;
  int limit;
};

struct Page {
  std::vector<reply::Reply> replies;
  /// The value of PageRequest::after for the next page, if there is one.
  std::optional<reply::Position> next;
  /// The value of ChangesRequest::since for the changes after this page was read.
  ChangeNumber latest;
};

struct ChangesRequest {
  ThreadQuery thread;
  /// The changes are those after this number.
  ChangeNumber since;
  int limit;
};

/// A reply that was published, edited or deleted.
struct Change {
  /// The reply as it is now. If it is gone, only its id and its place are set. A deleted reply that others answer
  /// stands in the thread, in the state `deleted` and without its contents.
  reply::Reply reply;
  /// True if the reply does not stand in the thread: it was deleted, or belongs under another text.
  bool is_gone;
};

struct Changes {
  /// The changes in the order of their commits. Each reply is there once, with its last change.
  std::vector<Change> changes;
  /// The value of ChangesRequest::since for the next changes.
  ChangeNumber latest;
  /// True if there are more already.
  bool has_more;
};

template <typename T> using Result = tl::expected<T, Failure>;

/// The place where replies are kept. Calls block. Every function may be called from several threads, but add() only
/// from one at a time. The store never returns an e-mail address.
class Store {
public:
  virtual ~Store() = default;

  /// Keeps all of them, in the given order, or none, in one transaction that is on the disk when this returns. Fails if
  /// the database's files are no longer those that were opened, since what is written then is lost.
  virtual Result<std::vector<Added>> add(const std::vector<NewReply>&) = 0;

  /// Makes all of these changes, in the given order, or none, as add() does. It is called on the thread that calls
  /// add().
  virtual Result<std::vector<Altered>> alter(const std::vector<Alteration>&) = 0;

  /// Makes all of these decisions, in the given order, or none, as add() does. It is called on the thread that calls
  /// add().
  virtual Result<std::vector<Decided>> decide(const std::vector<Decision>&) = 0;

  /// Returns what is known of the writer with that e-mail address, or of the writer of the reply with that id, apart
  /// from that reply.
  virtual Result<Sender> sender(const std::string& email) = 0;
  virtual Result<Sender> sender_of(const std::string& reply) = 0;

  /// Returns a page of the replies in one state, for moderators.
  virtual Result<Queue> queue(const QueueRequest&) = 0;

  virtual Result<Totals> totals() = 0;

  /// Returns the reply with that id as moderators see it, or nothing if there is none.
  virtual Result<std::optional<Card>> card(const std::string& reply) = 0;

  /// Returns what a decision has changed, the first change first; nothing if there is no such decision.
  virtual Result<std::vector<AuditEntry>> decision(const std::string& id) = 0;

  virtual Result<Page> page(const PageRequest&) = 0;

  /// Returns a page of a branch, or nothing if the reply does not stand in the thread.
  virtual Result<std::optional<Page>> branch(const BranchRequest&) = 0;

  /// Returns what has changed in a thread, wherever it stands there. Returns nothing if the article has not reached the
  /// number `since` yet, as when an older copy of the database was restored. Then the client has to read the thread
  /// anew.
  virtual Result<std::optional<Changes>> changes(const ChangesRequest&) = 0;

  /// Returns the number of the last change among the replies to an article.
  virtual Result<ChangeNumber> latest(const std::string& article) = 0;

  /// Returns the number of replies under a text, on all pages.
  virtual Result<std::int64_t> count(const ThreadQuery&) = 0;

  /// Reads and writes to find out whether replies can be read and kept. It is called on the thread that calls add().
  /// Another program's lock, which ends by itself, is not a failure here.
  virtual Result<void> check() = 0;
};

} // namespace broadside::server::store
