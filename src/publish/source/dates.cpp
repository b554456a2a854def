#include "publish/source/dates.hpp"

#include "core/language/date.hpp"

#include <algorithm>

namespace broadside::publish {

std::optional<std::int64_t> time_of(std::string_view date) {
  const auto parsed = language::parse_date(date);
  return parsed ? std::optional(language::unix_time(*parsed)) : std::nullopt;
}

std::optional<std::int64_t> published_at(const article::Article& article) { return time_of(article.published); }

std::optional<std::int64_t> modified_at(const article::Article& article, const article::Translation& translation) {
  const auto modified = time_of(translation.modified.empty() ? article.modified : translation.modified);
  // Nothing is less than any time.
  return std::max(modified, published_at(article));
}

} // namespace broadside::publish
