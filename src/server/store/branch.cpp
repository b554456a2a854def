#include "server/store/branch.hpp"

#include "server/store/reply_row.hpp"
#include "server/store/statement.hpp"

#include <soci/soci.h>

#include <vector>

namespace broadside::server::store {

namespace {

std::string path_parameter(std::size_t index) { return "path" + std::to_string(index); }

void fetch_all(soci::statement& select, const std::string& text, ReplyRow& row, const Take& take) {
  begin_reading(select, text);
  while (select.fetch())
    if (!take(row.take()))
      return;
}

} // namespace

std::optional<Standing> standing_of(soci::session& sql, const std::string& article, const std::string& id) {
  Standing standing;
  std::string state;
  sql << "SELECT path, branch_language, state, name FROM replies WHERE id = :id AND article = :article AND listed > 0",
      soci::into(standing.path), soci::into(standing.branch_language), soci::into(state), soci::into(standing.name),
      soci::use(id), soci::use(article);
  if (!sql.got_data())
    return std::nullopt;
  standing.is_published = state == word_for(reply::state_words, reply::State::published);
  return standing;
}

std::string reading_above_statement(std::size_t replies) {
  std::string paths;
  for (std::size_t i = 0; i < replies; ++i)
    paths.append(i == 0 ? ":" : ", :").append(path_parameter(i));
  return "SELECT " + ReplyRow::columns() + " FROM replies WHERE article = :article AND listed > 0" + " AND path IN (" +
         paths + ") ORDER BY path";
}

void read_above(soci::session& sql, const std::string& article, const std::string& path, const Take& take) {
  std::vector<std::string> above;
  for (std::size_t depth = 1; depth < reply::depth_of(path); ++depth)
    above.emplace_back(reply::path_above(path, depth));
  if (above.empty())
    return;
  ReplyRow row;
  soci::statement select(sql);
  row.into(select);
  select.exchange(soci::use(article, "article"));
  for (std::size_t i = 0; i < above.size(); ++i)
    select.exchange(soci::use(above[i], path_parameter(i)));
  fetch_all(select, reading_above_statement(above.size()), row, take);
}

std::string branch_statement() {
  return "SELECT " + ReplyRow::columns() + " FROM replies WHERE article = :article AND listed > 0" +
         " AND path >= :start AND path < :behind ORDER BY path LIMIT :rows";
}

void read_branch(soci::session& sql, const std::string& article, const std::string& first, const std::string& from,
                 int rows, const Take& take) {
  // All paths of the branch are lower than this, since no digit is higher than f.
  const auto behind = first + "g";
  ReplyRow row;
  soci::statement select(sql);
  row.into(select);
  select.exchange(soci::use(article, "article"));
  select.exchange(soci::use(from, "start"));
  select.exchange(soci::use(behind, "behind"));
  select.exchange(soci::use(rows, "rows"));
  fetch_all(select, branch_statement(), row, take);
}

} // namespace broadside::server::store
