#include "server/store/listing.hpp"

#include "core/reply/position.hpp"
#include "core/reply/state.hpp"
#include "server/store/store.hpp"
#include "server/store/thread_order.hpp"

#include <soci/soci.h>

namespace broadside::server::store {

namespace {

// A reply that is not listed is in no index of paths. Its place is the last number of its path.
void set_listed(soci::session& sql, const std::string& article, const std::string& path, int where) {
  const long long place = place_in(path);
  sql << "UPDATE replies SET listed = :where WHERE article = :article AND place = :place", soci::use(where),
      soci::use(article), soci::use(place);
}

/// Returns whether the reply is listed for the sake of others alone.
bool is_placeholder(soci::session& sql, const std::string& article, const std::string& path) {
  std::string state;
  sql << "SELECT state FROM replies WHERE article = :article AND path = :path AND listed > 0", soci::into(state),
      soci::use(article), soci::use(path);
  return sql.got_data() && state != word_for(reply::state_words, reply::State::published);
}

} // namespace

Listed list(soci::session& sql, const std::string& article, const std::string& path) {
  Listed listed{on_pages, 0};
  if (reply::depth_of(path) == 1)
    return listed;
  const std::string first(reply::path_above(path, 1));
  sql << "UPDATE replies SET answers = answers + 1 WHERE article = :article AND path = :first AND listed > 0"
         " RETURNING answers",
      soci::use(article), soci::use(first), soci::into(listed.answers);
  if (listed.answers > shown_answers)
    listed.where = in_branch;
  return listed;
}

void list_above(soci::session& sql, const std::string& article, const std::string& path) {
  for (std::size_t depth = 1; depth < reply::depth_of(path); ++depth) {
    const std::string above(reply::path_above(path, depth));
    const long long place = place_in(above);
    int listed = on_pages;
    sql << "SELECT listed FROM replies WHERE article = :article AND place = :place", soci::into(listed),
        soci::use(article), soci::use(place);
    if (sql.got_data() && listed == nowhere)
      set_listed(sql, article, above, list(sql, article, above).where);
  }
}

void unlist(soci::session& sql, const std::string& article, const std::string& path) {
  const std::string first(reply::path_above(path, 1));
  if (path != first)
    sql << "UPDATE replies SET answers = answers - 1 WHERE article = :article AND path = :first AND listed > 0",
        soci::use(article), soci::use(first);
  const std::string above(reply::path_above(path, reply::depth_of(path) - 1));
  if (above.empty() || !is_placeholder(sql, article, above) || is_listed_below(sql, article, above))
    return;
  set_listed(sql, article, above, nowhere);
  unlist(sql, article, above); // at most reply::deepest times
}

bool is_listed_below(soci::session& sql, const std::string& article, const std::string& path) {
  const auto behind = path + "g";
  int found = 0;
  sql << "SELECT 1 FROM replies WHERE article = :article AND listed > 0 AND path > :path AND path < :behind LIMIT 1",
      soci::into(found), soci::use(article), soci::use(path), soci::use(behind);
  return found == 1;
}

} // namespace broadside::server::store
