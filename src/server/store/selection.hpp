#pragma once

#include "server/store/store.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace soci {
class session;
}

namespace broadside::server::store {

class Database;

/// A choice among an article's replies.
struct Selection {
  std::string article;
  /// As they are kept, where "" is that of a reply whose language is not known. Nothing for all languages.
  std::optional<std::vector<std::string>> languages = std::nullopt;
};

/// All replies to the article.
Selection all_of(const Thread&);

/// Selects the replies written in the thread's language. The language of a reply for which none is known is kept as "",
/// and is taken for the default language here, when it is asked for: nothing that is kept has to change when the
/// default does.
Selection own_of(const Thread&);

/// Selects the replies in the languages that own_of() leaves out.
Selection others_of(soci::session&, const Thread&);

// Each of these takes a number of steps that grows with the page and with the languages, and not with the replies. They
// throw what SOCI throws.

/// Gives the replies behind `after` to `take`, in the order of their ids, each with the bytes of its texts: at most so
/// many `rows`, and until `take` answers false.
void read(soci::session&, const Selection&, Id after, int rows,
          const std::function<bool(reply::Reply, std::size_t bytes)>& take);

/// The same backwards, from the given reply on, by their ids alone.
void read_back(const Database&, soci::session&, const Selection&, Id from, int rows,
               const std::function<bool(Id, std::size_t bytes)>& take);

/// How many there are, by the counts that the database keeps.
std::int64_t count(soci::session&, const Selection&);

/// The statements behind read() and read_back(), for as many languages (0 for all of them).
std::string reading_statement(std::size_t languages);
std::string reading_back_statement(const Database&, std::size_t languages);

} // namespace broadside::server::store
