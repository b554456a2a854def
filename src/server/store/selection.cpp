#include "server/store/selection.hpp"

#include "server/store/reply_row.hpp"
#include "server/store/statement.hpp"
#include "server/store/thread_order.hpp"

#include <soci/soci.h>

#include <algorithm>
#include <optional>

namespace broadside::server::store {

namespace {

std::string language_parameter(std::size_t index) { return "language" + std::to_string(index); }

/// Returns one select for each language. Each is in the index's order, so that none is read further than the page
/// needs. With an IN, the database would sort all of them first.
std::vector<std::string> selects_of(std::string_view columns, std::string_view condition, std::size_t languages) {
  const std::string select =
      "SELECT " + std::string(columns) + " FROM replies WHERE article = :article AND " + std::string(condition);
  if (languages == 0)
    return {select};
  std::vector<std::string> selects;
  for (std::size_t i = 0; i < languages; ++i)
    selects.push_back(select + " AND branch_language = :" + language_parameter(i));
  return selects;
}

/// Calls `take` with each language of the article's branches, and with the number of published replies in them.
template <typename Take> void each_language(soci::session& sql, const std::string& article, Take take) {
  std::string language;
  long long replies = 0;
  soci::statement select = (sql.prepare << "SELECT language, count FROM reply_counts WHERE article = :article"
                                           " AND state = 'published'",
                            soci::into(language), soci::into(replies), soci::use(article));
  select.execute();
  while (select.fetch())
    take(language, replies);
}

/// Returns the languages whose replies are to be read and merged, or nothing if all are.
std::optional<std::vector<std::string>> languages_to_read(soci::session& sql, const Selection& selection) {
  if (selection.which == Selection::Languages::all)
    return std::nullopt;
  if (selection.which == Selection::Languages::listed)
    return selection.languages;
  std::vector<std::string> others;
  each_language(sql, selection.article, [&](const std::string& language, long long /*replies*/) {
    if (selection.has(language))
      others.push_back(language);
  });
  return others;
}

/// The values of the statements' parameters.
struct Range {
  std::string article;
  std::vector<std::string> languages;
  std::string start;
  int rows;
};

/// Executes the statement without fetching anything. The columns have been bound; the range must outlive the statement.
void execute(soci::statement& statement, const std::string& text, const Range& range) {
  statement.exchange(soci::use(range.article, "article"));
  for (std::size_t i = 0; i < range.languages.size(); ++i)
    statement.exchange(soci::use(range.languages[i], language_parameter(i)));
  statement.exchange(soci::use(range.start, "start"));
  statement.exchange(soci::use(range.rows, "rows"));
  begin_reading(statement, text);
}

} // namespace

bool Selection::has(const std::string& language) const {
  if (which == Languages::all)
    return true;
  const bool is_listed = std::find(languages.begin(), languages.end(), language) != languages.end();
  return is_listed == (which == Languages::listed);
}

std::size_t bytes_of(const reply::Reply& reply) { return reply.name.size() + reply.website.size() + reply.text.size(); }

std::string reading_statement(reply::Order order, std::size_t languages, Merging merging) {
  const auto path = path_column(order);
  return merged(
      selects_of(ReplyRow::columns() + ", " + path + " AS standing", "listed = 2 AND " + path + " > :start", languages),
      "standing", merging);
}

void read(soci::session& sql, const Selection& selection, reply::Order order, const std::string& after, int rows,
          const Take& take) {
  const auto languages = languages_to_read(sql, selection);
  if (languages && languages->empty())
    return;
  const Range range{selection.article, languages.value_or(std::vector<std::string>()), after, rows};
  ReplyRow row;
  std::string standing;
  soci::statement select(sql);
  row.into(select);
  select.exchange(soci::into(standing));
  execute(select, reading_statement(order, range.languages.size(), merging_of(sql)), range);
  while (select.fetch())
    if (!take(row.take()))
      return;
}

std::int64_t count(soci::session& sql, const Selection& selection) {
  std::int64_t total = 0;
  each_language(sql, selection.article, [&](const std::string& language, long long replies) {
    if (selection.has(language))
      total += replies;
  });
  return total;
}

} // namespace broadside::server::store
