#include "server/store/selection.hpp"

#include "server/store/database.hpp"
#include "server/store/reply_row.hpp"

#include <soci/soci.h>

#include <algorithm>

namespace broadside::server::store {

namespace {

/// Returns the bytes of a reply that count for page_bytes.
std::size_t bytes_of(const reply::Reply& reply) { return reply.name.size() + reply.website.size() + reply.text.size(); }
/// The same as SQL.
std::string bytes_column(const Database& database) {
  return database.bytes_of("name") + " + " + database.bytes_of("website") + " + " + database.bytes_of("text");
}

std::string language_parameter(std::size_t index) { return "language" + std::to_string(index); }

/// One select for each language, merged by the database as they are read: each is in the index's order, so none is read
/// further than the page needs. An IN would have all of them sorted first.
std::string merged(std::string_view columns, std::string_view condition, std::size_t languages) {
  const std::string select =
      "SELECT " + std::string(columns) + " FROM replies WHERE article = :article AND " + std::string(condition);
  if (languages == 0)
    return select;
  std::string text;
  for (std::size_t i = 0; i < languages; ++i)
    text += (i == 0 ? "" : " UNION ALL ") + select + " AND language = :" + language_parameter(i);
  return text;
}

std::size_t languages_in(const Selection& selection) { return selection.languages ? selection.languages->size() : 0; }

bool is_empty(const Selection& selection) { return selection.languages && selection.languages->empty(); }

/// The values that the statements are given.
struct Range {
  const Selection& selection;
  Id start;
  int rows;
};

/// Executes it without fetching anything. What it reads into has been said; the range must outlive it.
void execute(soci::statement& statement, const std::string& text, const Range& range) {
  statement.exchange(soci::use(range.selection.article, "article"));
  for (std::size_t i = 0; i < languages_in(range.selection); ++i)
    statement.exchange(soci::use((*range.selection.languages)[i], language_parameter(i)));
  statement.exchange(soci::use(range.start, "start"));
  statement.exchange(soci::use(range.rows, "rows"));
  statement.alloc();
  statement.prepare(text);
  statement.define_and_bind();
  statement.execute();
}

} // namespace

Selection all_of(const Thread& thread) { return {thread.article}; }

Selection own_of(const Thread& thread) {
  std::vector<std::string> languages = {thread.language};
  if (thread.language == thread.default_language)
    languages.emplace_back();
  return {thread.article, std::move(languages)};
}

Selection others_of(soci::session& sql, const Thread& thread) {
  const auto own = own_of(thread).languages.value();
  Selection others{thread.article, std::vector<std::string>()};
  std::string language;
  soci::statement select = (sql.prepare << "SELECT language FROM reply_counts WHERE article = :article",
                            soci::into(language), soci::use(thread.article));
  select.execute();
  while (select.fetch())
    if (std::find(own.begin(), own.end(), language) == own.end())
      others.languages->push_back(language);
  return others;
}

std::string reading_statement(std::size_t languages) {
  return merged(ReplyRow::columns, "id > :start", languages) + " ORDER BY id LIMIT :rows";
}

std::string reading_back_statement(const Database& database, std::size_t languages) {
  return merged("id, " + bytes_column(database), "id <= :start", languages) + " ORDER BY id DESC LIMIT :rows";
}

void read(soci::session& sql, const Selection& selection, Id after, int rows,
          const std::function<bool(reply::Reply, std::size_t)>& take) {
  if (is_empty(selection))
    return;
  ReplyRow row;
  soci::statement select(sql);
  row.into(select);
  const Range range{selection, after, rows};
  execute(select, reading_statement(languages_in(selection)), range);
  while (select.fetch()) {
    const auto bytes = bytes_of(row.reply);
    if (!take(row.take(), bytes))
      return;
  }
}

void read_back(const Database& database, soci::session& sql, const Selection& selection, Id from, int rows,
               const std::function<bool(Id, std::size_t)>& take) {
  if (is_empty(selection))
    return;
  Id id = 0;
  long long bytes = 0;
  soci::statement select(sql);
  select.exchange(soci::into(id));
  select.exchange(soci::into(bytes));
  const Range range{selection, from, rows};
  execute(select, reading_back_statement(database, languages_in(selection)), range);
  while (select.fetch())
    if (!take(id, static_cast<std::size_t>(bytes)))
      return;
}

std::int64_t count(soci::session& sql, const Selection& selection) {
  std::int64_t total = 0;
  std::string language;
  std::int64_t replies = 0;
  soci::statement select = (sql.prepare << "SELECT language, count FROM reply_counts WHERE article = :article",
                            soci::into(language), soci::into(replies), soci::use(selection.article));
  select.execute();
  while (select.fetch())
    if (!selection.languages ||
        std::find(selection.languages->begin(), selection.languages->end(), language) != selection.languages->end())
      total += replies;
  return total;
}

} // namespace broadside::server::store
