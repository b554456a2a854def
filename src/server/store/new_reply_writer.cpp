#include "server/store/new_reply_writer.hpp"

#include "server/process/clock.hpp"
#include "server/store/reply_id.hpp"
#include "server/store/reply_row.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/string_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <soci/soci.h>

#include <optional>
#include <set>

namespace broadside::server::store {

namespace {

/// Returns the reply's entry in the index of replies without a key: one short text for an article, a name and a text
/// (RFC 9562, 5.5).
std::string fingerprint_of(const NewReply& reply) {
  std::string content;
  for (const std::string& part : {reply.article, reply.draft.name, reply.draft.text})
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
  return draft.name == kept.name && draft.email == email && draft.website == kept.website && draft.text == kept.text;
}

std::optional<Added> find_under_key(soci::session& sql, const NewReply& reply) {
  ReplyRow row;
  std::string email;
  soci::statement select(sql);
  row.into(select);
  select.exchange(soci::into(email));
  select.exchange(soci::use(reply.article, "article"));
  select.exchange(soci::use(reply.key, "key"));
  select.alloc();
  select.prepare(std::string("SELECT ") + ReplyRow::columns +
                 ", email FROM replies WHERE article = :article AND key = :key");
  select.define_and_bind();
  if (!select.execute(true))
    return std::nullopt;
  if (!is_same(reply, row.reply, email))
    return Added{Added::Outcome::key_taken};
  return Added{Added::Outcome::repeated, row.take()};
}

std::optional<Added> find_recent_repeat(soci::session& sql, const NewReply& reply, const std::string& words) {
  const auto since = before(reply.created, std::chrono::minutes(10));
  ReplyRow row;
  soci::statement select(sql);
  row.into(select);
  select.exchange(soci::use(words, "words"));
  select.exchange(soci::use(since, "since"));
  select.alloc();
  select.prepare(std::string("SELECT ") + ReplyRow::columns +
                 " FROM replies WHERE words = :words AND created >= :since ORDER BY created LIMIT 1");
  select.define_and_bind();
  if (!select.execute(true))
    return std::nullopt;
  return Added{Added::Outcome::repeated, row.take()};
}

} // namespace

void lock_articles(soci::session& sql, const std::vector<NewReply>& replies) {
  std::set<std::string> articles;
  for (const NewReply& reply : replies)
    articles.insert(reply.article);
  for (const std::string& article : articles)
    sql << "INSERT INTO articles (id) VALUES (:article)"
           " ON CONFLICT (id) DO UPDATE SET last_change = articles.last_change",
        soci::use(article);
}

Added write(soci::session& sql, const NewReply& reply) {
  const auto words = fingerprint_of(reply);
  if (auto kept = reply.key.empty() ? find_recent_repeat(sql, reply, words) : find_under_key(sql, reply))
    return std::move(*kept);

  const auto id = random_id();
  const auto key = reply.key.empty() ? random_key() : reply.key;
  long long place = 0;
  sql << "UPDATE articles SET last_place = last_place + 1 WHERE id = :article RETURNING last_place",
      soci::use(reply.article), soci::into(place);
  sql << "INSERT INTO replies (id, article, place, key, name, email, website, text, created, language, words)"
         " VALUES (:id, :article, :place, :key, :name, :email, :website, :text, :created, :language, :words)",
      soci::use(id), soci::use(reply.article), soci::use(place), soci::use(key), soci::use(reply.draft.name),
      soci::use(reply.draft.email), soci::use(reply.draft.website), soci::use(reply.draft.text),
      soci::use(reply.created), soci::use(reply.language), soci::use(words);
  const auto& draft = reply.draft;
  return {Added::Outcome::added,
          {id, draft.name, draft.website, draft.text, reply.created, reply.language, {0, place}}};
}

} // namespace broadside::server::store
