#include "server/process/clock.hpp"

#include <array>
#include <ctime>
#include <iomanip>
#include <sstream>

namespace broadside::server {

namespace {

constexpr auto format = "%Y-%m-%dT%H:%M:%SZ";

std::string text_of(std::time_t time) {
  std::tm utc{};
  gmtime_r(&time, &utc);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), format, &utc)};
}

} // namespace

std::string utc_now() { return text_of(std::time(nullptr)); }

std::string before(const std::string& time, std::chrono::seconds duration) {
  std::tm utc{};
  std::istringstream(time) >> std::get_time(&utc, format);
  return text_of(timegm(&utc) - duration.count());
}

} // namespace broadside::server
