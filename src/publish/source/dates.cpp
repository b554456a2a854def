#include "publish/source/dates.hpp"

#include "core/language/date.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

std::optional<std::int64_t> instant(const std::string& date) {
  const auto parsed = language::parse_date(date);
  return parsed ? std::optional(language::unix_time(*parsed)) : std::nullopt;
}

} // namespace

std::optional<std::int64_t> published_at(const article::Article& article) { return instant(article.published); }

std::optional<std::int64_t> modified_at(const article::Article& article, const article::Translation& translation) {
  const auto modified = instant(translation.modified.empty() ? article.modified : translation.modified);
  // Nothing is less than any time.
  return std::max(modified, published_at(article));
}

} // namespace broadside::publish
