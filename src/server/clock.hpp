#pragma once

#include <string>

namespace broadside::server {

/// The time now as RFC 3339, in UTC, to the second: "2026-03-01T14:30:00Z".
std::string utc_now();

} // namespace broadside::server
