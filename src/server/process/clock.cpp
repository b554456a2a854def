#include "server/process/clock.hpp"

#include "core/language/date.hpp"
#include "core/moment.hpp"

#include <ctime>

namespace broadside::server {

std::string utc_now() { return rfc3339(std::time(nullptr)); }

std::string before(const std::string& time, std::chrono::seconds duration) {
  return rfc3339(language::unix_time(*language::parse_date(time)) - duration.count());
}

std::string after(const std::string& time, std::chrono::seconds duration) { return before(time, -duration); }

} // namespace broadside::server
