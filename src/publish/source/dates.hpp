#pragma once

#include "core/article/article.hpp"
#include "publish/source/outline.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace broadside::publish {

// These functions return a time in seconds since 1970-01-01T00:00:00Z. A date alone begins at midnight UTC.

/// Returns the time of a date (language::parse_date), or nothing if it is none.
std::optional<std::int64_t> time_of(std::string_view date);

/// Returns the time of an article's publishing, or nothing if it has no date.
std::optional<std::int64_t> published_at(const article::Article&);

/// Returns the time at which a translation was last changed, which is never before the article's publishing. Returns
/// nothing if neither is known.
std::optional<std::int64_t> modified_at(const article::Article&, const article::Translation&);
std::optional<std::int64_t> modified_at(const ArticleOutline&, const TextOutline&);

} // namespace broadside::publish
