#pragma once

#include "server/store/store.hpp"

#include <functional>
#include <string>
#include <vector>

namespace soci {
class session;
}

namespace broadside::server::store {

class Database;

/// A choice among an article's replies, by the languages with which they are kept. The language of a reply is "" if it
/// is not known.
struct Selection {
  enum class Languages : std::uint8_t { all, listed, not_listed };
  std::string article;
  Languages which = Languages::all;
  std::vector<std::string> languages = {};

  bool has(const std::string& language) const;
};

// The number of steps that each of these functions takes grows with the page and with the languages, and not with the
// replies. They throw what SOCI throws.

/// Gives the replies after the place `after` to `take`, in the order of their places, each with the bytes of its texts.
/// It gives at most so many `rows`, and stops when `take` returns false.
void read(soci::session&, const Selection&, std::int64_t after, int rows,
          const std::function<bool(reply::Reply, std::size_t bytes)>& take);

/// Does the same backwards, from the reply at the place `from` on, and gives only their places.
void read_back(const Database&, soci::session&, const Selection&, std::int64_t from, int rows,
               const std::function<bool(std::int64_t place, std::size_t bytes)>& take);

/// Returns the number of replies, from the counts that the database keeps.
std::int64_t count(soci::session&, const Selection&);

/// Return the statements of read() and read_back() for that many languages, or for all languages if it is 0.
std::string reading_statement(std::size_t languages);
std::string reading_back_statement(const Database&, std::size_t languages);

/// Returns the bytes of a reply that count towards page_bytes.
std::size_t bytes_of(const reply::Reply&);

} // namespace broadside::server::store
