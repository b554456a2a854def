#include "server/store/new_reply_writer.hpp"

#include "server/process/clock.hpp"
#include "server/store/branch.hpp"
#include "server/store/listing.hpp"
#include "server/store/reply_id.hpp"
#include "server/store/reply_row.hpp"
#include "server/store/statement.hpp"
#include "server/store/thread_order.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/string_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <soci/soci.h>

#include <algorithm>
#include <optional>

namespace broadside::server::store {

namespace {

/// Returns the reply's entry in the index of replies without a key: one short text for an article, a reply that is
/// answered, a name and a text (RFC 9562, 5.5).
std::string fingerprint_of(const NewReply& reply) {
  std::string content;
  std::vector<std::string> parts = {reply.article, reply.draft.name, reply.draft.text};
  if (!reply.parent.empty())
    parts.push_back(reply.parent);
  for (const std::string& part : parts)
    content.append(std::to_string(part.size())).append(":").append(part);
  // This namespace was made for this purpose alone.
  static const auto space = boost::uuids::string_generator()("6b1f0d5e-917c-4b2a-a833-0e5d72c94018");
  return boost::uuids::to_string(boost::uuids::name_generator_sha1(space)(content));
}

/// Returns a key that nobody can foresee.
std::string random_key() {
  static thread_local boost::uuids::random_generator generate;
  return boost::uuids::to_string(generate());
}

bool is_same(const NewReply& reply, const reply::Reply& kept, const std::string& email) {
  const auto& draft = reply.draft;
  return draft.name == kept.name && draft.email == email && draft.website == kept.website && draft.text == kept.text &&
         reply.parent == kept.parent.id;
}

std::optional<Added> find_under_key(soci::session& sql, const NewReply& reply) {
  ReplyRow row;
  std::string email;
  std::string token;
  soci::statement select(sql);
  row.into(select);
  select.exchange(soci::into(email));
  select.exchange(soci::into(token));
  select.exchange(soci::use(reply.article, "article"));
  select.exchange(soci::use(reply.key, "key"));
  if (!read_first(select, "SELECT " + ReplyRow::writers_columns() +
                              ", email, token FROM replies WHERE article = :article AND key = :key"))
    return std::nullopt;
  if (!is_same(reply, row.reply, email))
    return Added{Added::Outcome::key_taken};
  return Added{Added::Outcome::repeated, row.take(), row.branch_language, token};
}

std::optional<Added> find_recent_repeat(soci::session& sql, const NewReply& reply, const std::string& words) {
  const auto since = before(reply.created, std::chrono::minutes(10));
  ReplyRow row;
  soci::statement select(sql);
  row.into(select);
  select.exchange(soci::use(reply.article, "article"));
  select.exchange(soci::use(words, "words"));
  select.exchange(soci::use(since, "since"));
  if (!read_first(select, "SELECT " + ReplyRow::writers_columns() +
                              " FROM replies WHERE article = :article AND words = :words AND created >= :since"
                              " ORDER BY created LIMIT 1"))
    return std::nullopt;
  return Added{Added::Outcome::repeated, row.take(), row.branch_language};
}

/// Returns the path of a reply below another one, or beside it if that is as deep as replies stand.
std::string path_below(const std::string& above, std::int64_t place) {
  const auto depth = std::min(reply::depth_of(above), reply::deepest - 1);
  return std::string(reply::path_above(above, depth)) + reply::path_step(static_cast<std::uint32_t>(place));
}

/// Returns the reply as it is kept, with its path in the order of the oldest.
reply::Reply insert(soci::session& sql, const NewReply& reply, const Standing& above, const std::string& words,
                    const std::string& token) {
  const auto id = random_id();
  const auto key = reply.key.empty() ? random_key() : reply.key;
  long long place = 0;
  sql << "UPDATE articles SET last_place = last_place + 1 WHERE id = :article RETURNING last_place",
      soci::use(reply.article), soci::into(place);
  const auto path = path_below(above.path, place);
  const auto newest_path = path_in(reply::Order::newest, path);
  const bool is_published = reply.state == reply::State::published;
  const auto listed = is_published ? list(sql, reply.article, path) : Listed{nowhere, 0};
  const std::string state(word_for(reply::state_words, reply.state));
  auto is_answer = reply.parent.empty() ? soci::i_null : soci::i_ok;
  sql << "INSERT INTO replies (id, article, place, key, name, email, website, text, created, language, words,"
         " parent, path, newest_path, branch_language, listed, state, reason, token)"
         " VALUES (:id, :article, :place, :key, :name, :email, :website, :text, :created, :language, :words,"
         " :parent, :path, :newest_path, :branch_language, :listed, :state, :reason, :token)",
      soci::use(id), soci::use(reply.article), soci::use(place), soci::use(key), soci::use(reply.draft.name),
      soci::use(reply.draft.email), soci::use(reply.draft.website), soci::use(reply.draft.text),
      soci::use(reply.created), soci::use(reply.language), soci::use(words), soci::use(reply.parent, is_answer),
      soci::use(path), soci::use(newest_path), soci::use(above.branch_language), soci::use(listed.where),
      soci::use(state), soci::use(reply.reason), soci::use(token);
  const auto& draft = reply.draft;
  return {id,
          draft.name,
          draft.website,
          draft.text,
          reply.created,
          reply.language,
          place,
          {0, path},
          reply.state,
          {reply.parent, above.name},
          listed.answers};
}

} // namespace

void lock_articles(soci::session& sql, const std::set<std::string>& articles) {
  for (const std::string& article : articles)
    sql << "INSERT INTO articles (id) VALUES (:article)"
           " ON CONFLICT (id) DO UPDATE SET last_change = articles.last_change",
        soci::use(article);
}

Added write(soci::session& sql, const NewReply& reply) {
  const auto words = fingerprint_of(reply);
  if (auto kept = reply.key.empty() ? find_recent_repeat(sql, reply, words) : find_under_key(sql, reply))
    return std::move(*kept);

  const auto above = reply.parent.empty() ? std::nullopt : standing_of(sql, reply.article, reply.parent);
  if (!reply.parent.empty() && !(above && above->is_published))
    return {Added::Outcome::parent_gone};
  const auto place = above.value_or(Standing{{}, reply.language});
  const auto token = random_key();
  return {Added::Outcome::added, insert(sql, reply, place, words, token), place.branch_language, token};
}

} // namespace broadside::server::store
