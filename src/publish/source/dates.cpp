#include "publish/source/dates.hpp"

#include "core/language/date.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

std::optional<std::int64_t> last_change(const std::string& published, const std::string& of_article,
                                        const std::string& of_text) {
  // Nothing is less than any time.
  return std::max(time_of(of_text.empty() ? of_article : of_text), time_of(published));
}

} // namespace

std::optional<std::int64_t> time_of(std::string_view date) {
  const auto parsed = language::parse_date(date);
  return parsed ? std::optional(language::unix_time(*parsed)) : std::nullopt;
}

std::optional<std::int64_t> published_at(const article::Article& article) { return time_of(article.published); }

std::optional<std::int64_t> modified_at(const article::Article& article, const article::Translation& translation) {
  return last_change(article.published, article.modified, translation.modified);
}

std::optional<std::int64_t> modified_at(const ArticleOutline& article, const TextOutline& text) {
  return last_change(article.published, article.modified, text.modified);
}

} // namespace broadside::publish
