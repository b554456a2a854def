#pragma once

#include "server/store/merging.hpp"
#include "server/store/store.hpp"

#include <functional>
#include <string>
#include <vector>

namespace soci {
class session;
}

namespace broadside::server::store {

/// A choice among the branches of an article's replies, by the languages of their first replies. The language is "" if
/// it is not known.
struct Selection {
  enum class Languages : std::uint8_t { all, listed, not_listed };
  std::string article;
  Languages which = Languages::all;
  std::vector<std::string> languages = {};

  bool has(const std::string& language) const;
};

// The number of steps that each of these functions takes grows with the page and with the languages, and not with the
// replies. They throw what SOCI throws.

/// Takes a reply, with its path in the order of the oldest, and returns false if no more are wanted.
using Take = std::function<bool(reply::Reply)>;

/// Gives the replies after a path in that order to `take`, in that order: the first reply of each branch, and
/// shown_answers of the others. It gives at most so many `rows`.
void read(soci::session&, const Selection&, reply::Order, const std::string& after, int rows, const Take& take);

/// Returns the number of replies, from the counts that the database keeps.
std::int64_t count(soci::session&, const Selection&);

/// Returns the statement of read() for that many languages, or for all languages if it is 0.
std::string reading_statement(reply::Order, std::size_t languages, Merging);

/// Returns the bytes of a reply that count towards page_bytes.
std::size_t bytes_of(const reply::Reply&);

} // namespace broadside::server::store
