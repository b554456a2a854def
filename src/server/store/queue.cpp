#include "server/store/queue.hpp"

#include "core/number.hpp"
#include "server/store/reply_row.hpp"
#include "server/store/statement.hpp"

#include <soci/soci.h>

#include <limits>

namespace broadside::server::store {

namespace {

using reply::State;

/// The columns of a card, read row by row.
struct CardRow {
  ReplyRow row;
  Card card;
  long long version = 0;

  static std::string columns() {
    return ReplyRow::writers_columns() +
           ", article, version, reason,"
           " coalesce((SELECT above.text FROM replies AS above WHERE above.id = replies.parent"
           " AND above.state <> 'deleted'), '')";
  }

  void into(soci::statement& statement) {
    row.into(statement);
    statement.exchange(soci::into(card.article));
    statement.exchange(soci::into(version));
    statement.exchange(soci::into(card.reason));
    statement.exchange(soci::into(card.parent_text));
  }

  Card take() {
    card.reply = row.take();
    card.version = version;
    return card;
  }
};

/// Escapes what LIKE gives a meaning.
std::string containing(const std::string& search) {
  std::string pattern = "%";
  for (const char letter : search) {
    if (letter == '%' || letter == '_' || letter == '\\')
      pattern += '\\';
    pattern += letter;
  }
  return pattern + "%";
}

/// A place in a queue. Replies of the same second are in the order of their places in their articles.
struct QueuePlace {
  std::string created;
  std::int64_t place = 0;
  std::string id;
};

constexpr char between = '~';

/// Returns the place, or that before all replies if the text is none.
QueuePlace place_at(const std::string& cursor) {
  const auto first = cursor.find(between);
  const auto second = cursor.rfind(between);
  if (first == second)
    return {};
  const auto place =
      number<std::int64_t>(cursor.substr(first + 1, second - first - 1), 0, std::numeric_limits<std::int64_t>::max());
  return {cursor.substr(0, first), place.value_or(0), cursor.substr(second + 1)};
}

std::string cursor_at(const reply::Reply& reply) {
  return reply.created + between + std::to_string(reply.place) + between + reply.id;
}

/// The statement of a queue's page. Its parameters are `rows`, and those for which the request has a value.
std::string queue_statement(const QueueRequest& request) {
  const bool oldest_first = !request.reported && request.state == State::waiting;
  std::string where = std::string(" WHERE ") + (request.reported ? is_reported : "state = :state");
  if (!request.article.empty())
    where += " AND article = :article";
  if (!request.search.empty())
    where += " AND (lower(text) LIKE lower(:search) ESCAPE '\\' OR lower(name) LIKE lower(:search) ESCAPE '\\')";
  if (!request.after.empty())
    where += std::string(" AND (created, place, id) ") + (oldest_first ? ">" : "<") + " (:created, :place, :id)";
  const std::string order = oldest_first ? "" : " DESC";
  return "SELECT " + CardRow::columns() + " FROM replies" + where + " ORDER BY created" + order + ", place" + order +
         ", id" + order + " LIMIT :rows";
}

/// Adds what stands in other rows than the card's own.
void complete(soci::session& sql, Card& card) {
  card.history = read_history(sql, card.reply.id);
  card.reports = read_reports(sql, card.reply.id);
  std::string state;
  long long count = 0;
  soci::statement select = (sql.prepare << "SELECT other.state, count(*) FROM replies AS one"
                                           " JOIN replies AS other ON lower(other.email) = lower(one.email)"
                                           " WHERE one.id = :id AND one.email <> '' GROUP BY other.state",
                            soci::into(state), soci::into(count), soci::use(card.reply.id));
  select.execute();
  while (select.fetch())
    if (const auto value = value_of(reply::state_words, state))
      card.of_sender[*value] = count;
  int found = 0;
  sql << "SELECT 1 FROM replies JOIN blocked_senders ON blocked_senders.email = lower(replies.email)"
         " WHERE replies.id = :id",
      soci::into(found), soci::use(card.reply.id);
  card.sender_is_blocked = found == 1;
}

} // namespace

Queue read_queue(soci::session& sql, const QueueRequest& request) {
  const std::string state(word_for(reply::state_words, request.state));
  const auto search = containing(request.search);
  const auto [created, place, id] = place_at(request.after);
  const long long number_in_article = place;
  const int rows = request.limit + 1;
  CardRow row;
  soci::statement select(sql);
  row.into(select);
  if (!request.reported)
    select.exchange(soci::use(state, "state"));
  if (!request.article.empty())
    select.exchange(soci::use(request.article, "article"));
  if (!request.search.empty())
    select.exchange(soci::use(search, "search"));
  if (!request.after.empty()) {
    select.exchange(soci::use(created, "created"));
    select.exchange(soci::use(number_in_article, "place"));
    select.exchange(soci::use(id, "id"));
  }
  select.exchange(soci::use(rows, "rows"));
  begin_reading(select, queue_statement(request));
  Queue queue;
  while (select.fetch())
    queue.cards.push_back(row.take());
  if (std::ssize(queue.cards) > request.limit) {
    queue.cards.pop_back();
    queue.next = cursor_at(queue.cards.back().reply);
  }
  for (Card& card : queue.cards)
    complete(sql, card);
  return queue;
}

std::optional<Card> read_card(soci::session& sql, const std::string& reply) {
  CardRow row;
  soci::statement select(sql);
  row.into(select);
  select.exchange(soci::use(reply, "reply"));
  if (!read_first(select, "SELECT " + CardRow::columns() + " FROM replies WHERE id = :reply"))
    return std::nullopt;
  auto card = row.take();
  complete(sql, card);
  return card;
}

Totals read_totals(soci::session& sql) {
  Totals totals;
  totals.reported = count_reported(sql);
  std::string state;
  long long count = 0;
  soci::statement select = (sql.prepare << "SELECT state, sum(count) FROM reply_counts GROUP BY state",
                            soci::into(state), soci::into(count));
  select.execute();
  while (select.fetch())
    if (const auto value = value_of(reply::state_words, state))
      totals.in_state[*value] = count;
  return totals;
}

Sender read_sender(soci::session& sql, const std::string& email) {
  int known = 0;
  int blocked = 0;
  sql << "SELECT CASE WHEN EXISTS (SELECT 1 FROM replies WHERE lower(email) = lower(:email) AND state = 'published')"
         " THEN 1 ELSE 0 END,"
         " CASE WHEN EXISTS (SELECT 1 FROM blocked_senders WHERE email = lower(:email)) THEN 1 ELSE 0 END",
      soci::into(known), soci::into(blocked), soci::use(email, "email");
  return {known == 1, blocked == 1};
}

Sender read_sender_of(soci::session& sql, const std::string& reply) {
  int known = 0;
  int blocked = 0;
  sql << "SELECT CASE WHEN EXISTS (SELECT 1 FROM replies AS other WHERE lower(other.email) = lower(one.email)"
         " AND other.id <> one.id AND other.state = 'published') THEN 1 ELSE 0 END,"
         " CASE WHEN EXISTS (SELECT 1 FROM blocked_senders WHERE email = lower(one.email)) THEN 1 ELSE 0 END"
         " FROM replies AS one WHERE one.id = :reply",
      soci::into(known), soci::into(blocked), soci::use(reply, "reply");
  return {known == 1, blocked == 1};
}

} // namespace broadside::server::store
