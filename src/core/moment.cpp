#include "core/moment.hpp"

#include <array>
#include <ctime>

namespace broadside {
namespace {

// The names of days and months are English: no part of the program sets another locale than "C".
std::string formatted_time(std::int64_t time, const char* format) {
  const auto seconds = static_cast<std::time_t>(time);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), format, &parts)};
}

} // namespace

std::string rfc3339(std::int64_t time) { return formatted_time(time, "%Y-%m-%dT%H:%M:%SZ"); }

std::string day_of(std::int64_t time) { return formatted_time(time, "%Y-%m-%d"); }

std::string http_date(std::int64_t time) { return formatted_time(time, "%a, %d %b %Y %H:%M:%S GMT"); }

} // namespace broadside
