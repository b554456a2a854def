#include "core/language/date.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>

namespace broadside::language {
namespace {

// Returns the value of a text that consists of exactly `count` digits.
std::optional<int> number(std::string_view text, std::size_t count) {
  if (text.size() != count || !std::all_of(text.begin(), text.end(), is_digit))
    return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::chrono::year_month_day day_of(const Date& date) { return std::chrono::year(date.year) / date.month / date.day; }

Date date_of(const std::chrono::year_month_day& day) {
  return {int(day.year()), int(unsigned(day.month())), int(unsigned(day.day())), ""};
}

std::optional<Date> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-')
    return std::nullopt;
  const auto year = number(text.substr(0, 4), 4);
  const auto month = number(text.substr(5, 2), 2);
  const auto day = number(text.substr(8), 2);
  if (!year || !month || !day)
    return std::nullopt;
  const Date date{*year, *month, *day, ""};
  return day_of(date).ok() ? std::optional(date) : std::nullopt;
}

// Returns the minutes after midnight of "HH:MM", or nothing.
std::optional<int> parse_minutes(std::string_view text) {
  if (text.size() != 5 || text[2] != ':')
    return std::nullopt;
  const auto hours = number(text.substr(0, 2), 2);
  const auto minutes = number(text.substr(3), 2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59)
    return std::nullopt;
  return *hours * 60 + *minutes;
}

// Returns the second of ":SS" or ":SS.123", or nothing. A fraction is read and ignored.
std::optional<int> parse_second(std::string_view text) {
  if (text.size() < 3 || text.front() != ':')
    return std::nullopt;
  const auto fraction = text.substr(3);
  const bool is_whole = fraction.empty();
  const bool has_digits =
      fraction.size() > 1 && fraction.front() == '.' && std::all_of(fraction.begin() + 1, fraction.end(), is_digit);
  const auto second = number(text.substr(1, 2), 2);
  return (is_whole || has_digits) && second && *second <= 60 ? second : std::nullopt;
}

// Returns by how many minutes "Z" or "+HH:MM" is ahead of UTC, or nothing.
std::optional<int> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z")
    return 0;
  if (text.size() != 6 || (text.front() != '+' && text.front() != '-'))
    return std::nullopt;
  const auto minutes = parse_minutes(text.substr(1));
  if (!minutes)
    return std::nullopt;
  return text.front() == '-' ? -*minutes : *minutes;
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

// Returns the date and time that clocks show which are so many minutes ahead of UTC. A leap second is in the minute
// that it ends.
Date moved(const Date& date, int minutes) {
  const std::chrono::sys_seconds time{std::chrono::seconds(unix_time(date) - date.second) +
                                      std::chrono::minutes(minutes)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const auto within_day = static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(time - day).count());
  Date result = date_of(day);
  result.time = two_digits(within_day / 60) + ":" + two_digits(within_day % 60);
  return result;
}

// Returns "+2" or "−3:30", which follows the name of UTC, or nothing for UTC itself.
std::string distance_from_utc(int minutes) {
  if (minutes == 0)
    return {};
  const int size = std::abs(minutes);
  const std::string hours = (minutes < 0 ? "−" : "+") + std::to_string(size / 60);
  return size % 60 == 0 ? hours : hours + ":" + two_digits(size % 60);
}

} // namespace

std::optional<Date> parse_date(std::string_view text) {
  auto date = parse_day(text.substr(0, 10));
  if (!date || text.size() <= 10)
    return date;
  if (text[10] != 'T' && text[10] != 't' && text[10] != ' ')
    return std::nullopt;
  const auto time = text.substr(11);
  const auto zone = std::min(time.find_first_of("Zz+-"), time.size());
  const auto minutes = parse_minutes(time.substr(0, 5));
  const auto second = zone > 5 ? parse_second(time.substr(5, zone - 5)) : std::nullopt;
  const auto offset = parse_offset(time.substr(zone));
  if (!minutes || !second || !offset)
    return std::nullopt;
  const int utc = *minutes - *offset;
  // Leap seconds end a day of UTC (RFC 3339, 5.7).
  if (*second == 60 && (utc + 24 * 60) % (24 * 60) != 24 * 60 - 1)
    return std::nullopt;
  const int step = utc < 0 ? -1 : utc >= 24 * 60 ? 1 : 0;
  date = date_of(std::chrono::sys_days(day_of(*date)) + std::chrono::days(step));
  date->second = *second;
  const int within_day = (utc + 24 * 60) % (24 * 60);
  date->time = two_digits(within_day / 60) + ":" + two_digits(within_day % 60);
  return date;
}

std::int64_t unix_time(const Date& date) {
  const std::chrono::sys_days day = day_of(date);
  const int minutes = date.time.empty() ? 0 : *parse_minutes(date.time);
  const auto time = day + std::chrono::minutes(minutes) + std::chrono::seconds(date.second);
  return std::chrono::seconds(time.time_since_epoch()).count();
}

std::string format_date(const Date& date, const Messages& messages) {
  const Formats& formats = messages.formats();
  std::string text = filled(formats.date, "month", formats.months[static_cast<std::size_t>(date.month - 1)]);
  text = filled(text, "day", std::to_string(date.day));
  return with_digits(filled(text, "year", std::to_string(date.year)), formats);
}

std::string format_date_time(const Date& date, const Messages& messages, int minutes_ahead) {
  if (date.time.empty())
    return format_date(date, messages);
  const Date local = moved(date, minutes_ahead);
  const auto hour = local.time.substr(0, 2);
  std::string text = filled(messages.formats().date_time, "two_digit_hour", hour);
  text = filled(text, "hour", hour.front() == '0' ? hour.substr(1) : hour);
  text = filled(text, "minute", local.time.substr(3));
  constexpr std::string_view utc = "UTC";
  if (const auto zone = text.find(utc); zone != std::string::npos)
    text.insert(zone + utc.size(), distance_from_utc(minutes_ahead));
  return filled(with_digits(text, messages.formats()), "date", format_date(local, messages));
}

std::optional<std::string> format_ago(const Date& date, std::int64_t minute, const Messages& messages) {
  constexpr std::int64_t hour = 60;
  constexpr std::int64_t most_minutes_fast = 10;
  const std::int64_t minutes = minute - unix_time(date) / 60;
  if (date.time.empty() || minutes < -most_minutes_fast || minutes >= 24 * hour)
    return std::nullopt;
  if (minutes < 1)
    return std::string(messages[Message::now]);
  const auto unit = minutes < hour ? CountedMessage::minutes_ago : CountedMessage::hours_ago;
  const auto count = static_cast<std::uint32_t>(minutes < hour ? minutes : minutes / hour);
  return filled(messages.counted(unit, count), "count", format_number(count, messages.formats()));
}

std::string filled(std::string_view pattern, std::string_view name, std::string_view value) {
  const std::string placeholder = "{" + std::string(name) + "}";
  std::string text(pattern);
  if (const auto at = text.find(placeholder); at != std::string::npos)
    text.replace(at, placeholder.size(), value);
  return text;
}

} // namespace broadside::language
