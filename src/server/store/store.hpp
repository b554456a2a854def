#pragma once

#include "core/reply/reply.hpp"
#include "core/reply/threads.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace broadside::server::store {

/// Replies get ascending ids, which are cursors as well.
using Id = std::int64_t;

/// A reply to be kept. Its fields have passed reply::validate.
struct NewReply {
  std::string article;
  /// The writer's own name for this sending: what comes under the same key again is the same reply.
  std::string key;
  reply::Draft draft;
  /// That of the text under which it was written; empty where not known.
  std::string language;
  /// RFC 3339, in UTC.
  std::string created;
};

struct Added {
  reply::Reply reply;
  /// False where the key was there already: this is the reply as it was kept then.
  bool is_new;
};

/// The replies under one text of an article, in their order.
struct Thread {
  std::string article;
  reply::Threads threads = reply::Threads::shared;
  /// The text's language, and that which replies of none that is known count for.
  std::string language = {}, default_language = {};
};

struct PageRequest {
  Thread thread;
  /// The page starts behind this reply; 0 for the first page.
  Id after = 0;
  int limit;
};

struct Page {
  std::vector<reply::Reply> replies;
  /// What to ask for the next page with, where there is more.
  std::optional<Id> next;
};

/// Why the database did not do it. Whatever was asked is undone and may be asked again later.
struct Failure {
  enum class Kind : std::uint8_t { busy, full, broken };
  Kind kind;
  std::string message;
};

template <typename T> using Result = tl::expected<T, Failure>;

/// Where replies are kept. Calls block; every function may be called from several threads, but add() only from one at a
/// time. No e-mail address ever comes out of it.
class Store {
public:
  virtual ~Store() = default;

  /// Keeps them all or none, in one transaction that is on the disk when this returns. In the order given.
  virtual Result<std::vector<Added>> add(const std::vector<NewReply>&) = 0;

  virtual Result<Page> page(const PageRequest&) = 0;

  /// The PageRequest::after of the page of `limit` replies that ends with the given one, which was written in the
  /// thread's language; 0 for the first page.
  virtual Result<Id> page_that_ends_with(const Thread&, Id, int limit) = 0;

  /// Whether reading works at the moment.
  virtual Result<void> check() = 0;
};

} // namespace broadside::server::store
