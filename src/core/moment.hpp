#pragma once

#include <cstdint>
#include <string>

namespace broadside {

// These functions take a time in seconds since 1970-01-01T00:00:00Z, and write it in UTC.

/// Returns "2021-03-14T10:32:00Z" (RFC 3339).
std::string rfc3339(std::int64_t time);

/// Returns "2021-03-14", the day alone.
std::string day_of(std::int64_t time);

/// Returns "Sun, 14 Mar 2021 10:32:00 GMT", as HTTP has it (RFC 9110, 5.6.7), and RSS (RFC 822 with a year of four
/// digits).
std::string http_date(std::int64_t time);

} // namespace broadside
