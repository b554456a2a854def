#pragma once

#include <chrono>
#include <string>

namespace broadside::server {

/// Returns the present time as RFC 3339, in UTC, to the second: "2026-03-01T14:30:00Z".
std::string utc_now();

/// Returns the time that lies so long before the given one. Both have the form of utc_now().
std::string before(const std::string& time, std::chrono::seconds);

/// Returns the time that lies so long after the given one.
std::string after(const std::string& time, std::chrono::seconds);

} // namespace broadside::server
