#include "publish/xml/moment.hpp"

#include <array>
#include <ctime>

namespace broadside::publish {
namespace {

// The names of days and months are English: no part of the program sets another locale than "C".
std::string formatted(std::int64_t time, const char* format) {
  const auto seconds = static_cast<std::time_t>(time);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 64> text{};
  return {text.data(), std::strftime(text.data(), text.size(), format, &parts)};
}

} // namespace

std::string rfc822(std::int64_t time) { return formatted(time, "%a, %d %b %Y %H:%M:%S +0000"); }

std::string rfc3339(std::int64_t time) { return formatted(time, "%Y-%m-%dT%H:%M:%SZ"); }

} // namespace broadside::publish
