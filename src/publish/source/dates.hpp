#pragma once

#include "core/article/article.hpp"

#include <cstdint>
#include <optional>

namespace broadside::publish {

/// Returns the time of an article's publishing in seconds since 1970-01-01T00:00:00Z, or nothing if it has no date. A
/// date alone begins at midnight UTC.
std::optional<std::int64_t> published_at(const article::Article&);

/// Returns the time at which a translation was last changed, which is never before the article's publishing. Returns
/// nothing if neither is known.
std::optional<std::int64_t> modified_at(const article::Article&, const article::Translation&);

} // namespace broadside::publish
