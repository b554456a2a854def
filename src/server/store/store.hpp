#pragma once

#include "core/reply/reply.hpp"
#include "core/reply/threads.hpp"
#include "server/store/failure.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace broadside::server::store {

/// How many changes the replies to an article have seen: each publishing, edit and deletion is one more, and its number
/// stays with the reply until it is changed again. So what has a number above one that was read is what has changed
/// since.
using ChangeNumber = std::int64_t;

/// A reply to be kept. Its fields have passed reply::validate.
struct NewReply {
  std::string article;
  /// The writer's own secret name for this sending: what comes under it again is the same reply. Empty where the writer
  /// has none: then what has the same name and text within ten minutes is the same reply, whoever sends it. The e-mail
  /// address does not count there, or sending a reply again would tell whether a guess at its writer's address is
  /// right.
  std::string key;
  reply::Draft draft;
  /// That of the text under which it was written; empty where not known.
  std::string language;
  /// RFC 3339, in UTC.
  std::string created;
};

struct Added {
  enum class Outcome : std::uint8_t {
    added,
    repeated,  // it was there already
    key_taken, // another one is kept under its key, and this one is not
  };
  Outcome outcome;
  /// As it is kept. Empty where the key is taken: whoever has a key by chance learns nothing by it.
  reply::Reply reply = {};
};

/// The replies under one text of an article, in their order: see sections_of().
struct Thread {
  std::string article;
  reply::Threads threads = reply::Threads::shared;
  /// The text's language, and that which replies of none that is known count for.
  std::string language = {}, default_language = {};
};

/// A page, of replies or of changes, ends, whatever its limit, before the reply whose texts would bring it beyond so
/// many bytes: 100 replies of the greatest length are 4 MB. The first reply always stands on it.
constexpr std::size_t page_bytes = 256 * 1024;

struct PageRequest {
  Thread thread;
  /// The page starts behind this position, whether a reply still stands there or not.
  reply::Position after;
  int limit;
};

struct Page {
  std::vector<reply::Reply> replies;
  /// What to ask for the next page with, where there is more.
  std::optional<reply::Position> next;
  /// What to ask with for what changes after this page was read.
  ChangeNumber latest;
};

struct ChangesRequest {
  Thread thread;
  /// The changes are those behind this number.
  ChangeNumber since;
  int limit;
};

/// A reply that was published, edited or deleted.
struct Change {
  /// As it is now. Of one that is gone, the id and the place alone.
  reply::Reply reply;
  /// True where the reply does not stand in the thread: it was deleted, or belongs under another text.
  bool is_gone;
};

struct Changes {
  /// In the order in which they were committed, each reply once, with its last change.
  std::vector<Change> changes;
  /// What to ask with for what comes next.
  ChangeNumber latest;
  /// Whether there is more already.
  bool has_more;
};

template <typename T> using Result = tl::expected<T, Failure>;

/// Where replies are kept. Calls block; every function may be called from several threads, but add() only from one at a
/// time. No e-mail address ever comes out of it.
class Store {
public:
  virtual ~Store() = default;

  /// Keeps them all or none, in one transaction that is on the disk when this returns. In the order given. Fails where
  /// the database's files are no longer those that were opened: what is written then is lost.
  virtual Result<std::vector<Added>> add(const std::vector<NewReply>&) = 0;

  virtual Result<Page> page(const PageRequest&) = 0;

  /// Returns the PageRequest::after of the page of `limit` replies that ends with the one at that place, which was
  /// written in the thread's language.
  virtual Result<reply::Position> page_that_ends_with(const Thread&, std::int64_t place, int limit) = 0;

  /// Returns what has changed in a thread, whatever its place there. Nothing where `since` is a number that the article
  /// has not reached yet, as when an older copy of the database was put back: then the thread is to be read anew.
  virtual Result<std::optional<Changes>> changes(const ChangesRequest&) = 0;

  /// How many replies there are under a text: those of all its pages.
  virtual Result<std::int64_t> count(const Thread&) = 0;

  /// Returns whether replies can be read and kept, which it finds out by reading and writing. Call it from the thread
  /// that calls add(). Another program's lock, which ends by itself, is no failure here.
  virtual Result<void> check() = 0;
};

} // namespace broadside::server::store
