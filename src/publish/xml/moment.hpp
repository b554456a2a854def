#pragma once

#include <cstdint>
#include <string>

namespace broadside::publish {

/// Returns a time, in seconds since 1970-01-01T00:00:00Z, as RSS has it: "Sun, 14 Mar 2021 10:32:00 +0000" (RFC 822
/// with a year of four digits).
std::string rfc822(std::int64_t time);

/// Returns the same as Atom, JSON Feed and sitemaps have it: "2021-03-14T10:32:00Z" (RFC 3339).
std::string rfc3339(std::int64_t time);

} // namespace broadside::publish
