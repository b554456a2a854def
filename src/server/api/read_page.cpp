#include "server/api/read_page.hpp"

#include "server/api/page_cache.hpp"
#include "server/api/problem.hpp"
#include "server/api/reply_json.hpp"
#include "server/api/services.hpp"

namespace broadside::server::api {

namespace {

using http::Response;

/// Names everything on which a page depends, besides the replies themselves. The publisher may change how the article's
/// languages share them.
std::string key_of(const ArticleInfo& article, const replies::PageRequest& request) {
  std::string key = article.id;
  for (const std::string& part :
       {std::string(word_for(reply::thread_policy_words, article.threads)), article.translations.front().language,
        article.in(request.language).language, std::string(word_for(reply::order_words, request.order)),
        std::to_string(request.limit), request.branch, request.after.value_or("")})
    key.append("\n").append(part);
  return key;
}

/// Returns the entity tag (RFC 9110, 8.8.3) of an address's page in that version. Change numbers begin anew when an
/// older copy of the database is restored, which needs another start of the server, and so another `start`.
std::string tag_of(const std::string& start, const ArticleInfo& article, const std::string& version) {
  return "\"" + start + "-" + version + "-" + std::string(word_for(reply::thread_policy_words, article.threads)) + "-" +
         article.translations.front().language + "\"";
}

/// Returns whether a field If-None-Match names the tag, as a weak one too: some proxies that compress make it weak.
bool names(std::string_view field, const std::string& tag) { return field.find(tag) != std::string_view::npos; }

Response response_with(const std::string& tag, unsigned status, std::string body) {
  Response response{status, {{"Cache-Control", "no-cache"}, {"ETag", tag}}, std::move(body)};
  if (status == 200)
    response.fields.push_back({"Content-Type", "application/json"});
  return response;
}

} // namespace

Response read_page(Services& services, const Call& call, const ArticleInfo& article,
                   const replies::PageRequest& request) {
  const auto key = key_of(article, request);
  if (const auto version = services.replies.version(article)) {
    const auto tag = tag_of(services.start, article, *version);
    if (names(call.request.field("If-None-Match"), tag))
      return response_with(tag, 304, {});
    if (const auto kept = services.pages.find(key); kept && kept->version == *version)
      return response_with(tag, 200, kept->body);
  }
  const auto page = services.replies.page(article, request);
  if (!page) {
    // While the database cannot be read, an older page is better than none.
    const auto kept = services.pages.find(key);
    if (page.error().reason == replies::Rejection::Reason::unavailable && kept)
      return response_with(tag_of(services.start, article, kept->version), 200, kept->body);
    return response_of(problem_of(page.error()));
  }
  auto body = json_of(*page);
  services.pages.keep(key, std::make_shared<CachedPage>(CachedPage{page->since, body}));
  return response_with(tag_of(services.start, article, page->since), 200, std::move(body));
}

} // namespace broadside::server::api
