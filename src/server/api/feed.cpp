#include "server/api/feed.hpp"

#include "core/html/text_writer.hpp"
#include "core/view/thread.hpp"
#include "pages/markup.hpp"
#include "server/api/article.hpp"
#include "server/api/problem.hpp"
#include "server/api/services.hpp"
#include "server/moderation/secret.hpp"

#include <nlohmann/json.hpp>

namespace broadside::server::api {

namespace {

using http::Response;
using pages::Markup;
using pages::Template;

constexpr int longest_feed = 50;

constexpr Template atom_frame = R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>{id}</id>
<title>{title}</title>
<updated>{updated}</updated>
{entries}</feed>
)";

constexpr Template atom_entry = R"(<entry>
<id>{id}</id>
<title>{title}</title>
<updated>{created}</updated>
<author><name>{name}</name></author>
{link}<content type="html"{language}>{content}</content>
</entry>
)";

constexpr Template atom_link = R"(<link rel="alternate" type="text/html" href="{url}"/>
)";

constexpr Template atom_language = R"( xml:lang="{language}")";

/// A feed needs a time, and one without replies has none.
constexpr std::string_view long_ago = "1970-01-01T00:00:00Z";

struct Entry {
  reply::Reply reply;
  std::string article_title;
  /// The address at which the reply is read; empty if the publisher has not stated the article's.
  std::string url;
};

struct Feed {
  std::string id, title;
  std::vector<Entry> entries;
};

std::string urn_of(const std::string& kind, const std::string& id) { return "urn:broadside:" + kind + ":" + id; }

/// XML has no place for these two characters, not even escaped.
std::string fit_for_xml(std::string text) {
  for (const std::string_view unfit : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (auto at = text.find(unfit); at != std::string::npos; at = text.find(unfit))
      text.replace(at, unfit.size(), "\xEF\xBF\xBD");
  return text;
}

std::string html_of(const reply::Reply& reply) {
  std::string html;
  html::TextWriter writer(html);
  view::reply_text(reply.text, reply.language, reply.id + "-", writer);
  return fit_for_xml(std::move(html));
}

std::string title_of(const Entry& entry) { return fit_for_xml(entry.reply.name + ": " + entry.article_title); }

/// Returns the entry, or nothing if the article has gone from the site.
std::optional<Entry> entry_of(Services& services, const store::Card& card) {
  const auto article = services.replies.article(card.article);
  if (!article)
    return std::nullopt;
  const auto& text = (*article)->in(card.reply.language);
  return Entry{card.reply, text.title, text.url.empty() ? "" : text.url + "#reply-" + card.reply.id};
}

tl::expected<Feed, Problem> feed_of(Services& services, const Call& call) {
  Feed feed{urn_of("replies", "all"), "Replies", {}};
  const auto& id = call.path["id"];
  if (call.path.has("id")) {
    const auto article = article_of(services, call);
    if (!article)
      return tl::unexpected(article.error());
    feed.id = urn_of("replies", id);
    feed.title = fit_for_xml("Replies: " + (*article)->translations.front().title);
  }
  const auto latest =
      services.decisions.queue({.state = reply::State::published, .article = id, .limit = longest_feed});
  if (!latest)
    return tl::unexpected(problem_of(replies::Rejection{replies::Rejection::Reason::unavailable}));
  for (const store::Card& one : latest->cards)
    if (auto entry = entry_of(services, one))
      feed.entries.push_back(std::move(*entry));
  return feed;
}

Markup atom_of(const Entry& entry) {
  const auto& reply = entry.reply;
  return Markup::fill(
      atom_entry,
      {{"id", urn_of("reply", reply.id)},
       {"title", title_of(entry)},
       {"created", reply.created},
       {"name", fit_for_xml(reply.name)},
       {"link", entry.url.empty() ? Markup() : Markup::fill(atom_link, {{"url", entry.url}})},
       {"language", reply.language.empty() ? Markup() : Markup::fill(atom_language, {{"language", reply.language}})},
       {"content", html_of(reply)}});
}

std::string atom_of(const Feed& feed) {
  Markup entries;
  for (const Entry& entry : feed.entries)
    entries += atom_of(entry);
  const std::string updated(feed.entries.empty() ? long_ago : feed.entries.front().reply.created);
  return Markup::fill(atom_frame, {{"id", feed.id}, {"title", feed.title}, {"updated", updated}, {"entries", entries}})
      .html();
}

std::string json_feed_of(const Feed& feed) {
  using Json = nlohmann::ordered_json;
  auto items = Json::array();
  for (const Entry& entry : feed.entries) {
    const auto& reply = entry.reply;
    Json item = {{"id", urn_of("reply", reply.id)},
                 {"title", title_of(entry)},
                 {"content_html", html_of(reply)},
                 {"date_published", reply.created},
                 {"authors", Json::array({{{"name", reply.name}}})}};
    if (!entry.url.empty())
      item["url"] = entry.url;
    if (!reply.language.empty())
      item["language"] = reply.language;
    items.push_back(std::move(item));
  }
  return Json{{"version", "https://jsonfeed.org/version/1.1"}, {"title", feed.title}, {"items", std::move(items)}}
      .dump();
}

/// Answers with the feed, or with 304 if the client has it already (RFC 9110, 13.1.2).
Response response_with(const Call& call, std::string_view type, std::string body) {
  const auto tag = "\"" + moderation::fingerprint_of(body) + "\"";
  const bool is_known = call.request.field("If-None-Match").find(tag) != std::string_view::npos;
  Response response{is_known ? 304U : 200U, {{"Cache-Control", "max-age=60"}, {"ETag", tag}}, {}};
  if (is_known)
    return response;
  response.fields.push_back({"Content-Type", std::string(type)});
  response.body = std::move(body);
  return response;
}

} // namespace

boost::asio::awaitable<Response> answer_atom(Services& services, const Call& call) {
  const auto feed = feed_of(services, call);
  co_return feed ? response_with(call, "application/atom+xml; charset=utf-8", atom_of(*feed))
                 : response_of(feed.error());
}

boost::asio::awaitable<Response> answer_json_feed(Services& services, const Call& call) {
  const auto feed = feed_of(services, call);
  co_return feed ? response_with(call, "application/feed+json", json_feed_of(*feed)) : response_of(feed.error());
}

} // namespace broadside::server::api
