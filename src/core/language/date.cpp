#include "core/language/date.hpp"

#include <array>
#include <charconv>

namespace broadside::language {
namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.front() == '-')
    return std::nullopt;
  return value;
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in(int year, int month) {
  constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::optional<Date> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-')
    return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1 || *day > days_in(*year, *month))
    return std::nullopt;
  return Date{*year, *month, *day, ""};
}

// Minutes after midnight of "HH:MM", or nothing.
std::optional<int> parse_minutes(std::string_view text) {
  if (text.size() < 5 || text[2] != ':')
    return std::nullopt;
  const auto hours = number(text.substr(0, 2));
  const auto minutes = number(text.substr(3, 2));
  if (!hours || !minutes || *hours > 23 || *minutes > 59)
    return std::nullopt;
  return *hours * 60 + *minutes;
}

// Minutes ahead of UTC of "Z" or "+HH:MM", or nothing.
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

void step_day(Date& date, int step) {
  date.day += step;
  if (date.day < 1) {
    date.month = date.month == 1 ? 12 : date.month - 1;
    date.year -= date.month == 12 ? 1 : 0;
    date.day = days_in(date.year, date.month);
  } else if (date.day > days_in(date.year, date.month)) {
    date.day = 1;
    date.month = date.month == 12 ? 1 : date.month + 1;
    date.year += date.month == 1 ? 1 : 0;
  }
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

} // namespace

std::optional<Date> parse_date(std::string_view text) {
  auto date = parse_day(text.substr(0, 10));
  if (!date || text.size() <= 10)
    return date;
  if (text[10] != 'T' && text[10] != 't' && text[10] != ' ')
    return std::nullopt;
  const auto time = text.substr(11);
  const auto zone = time.find_first_of("Zz+-");
  const auto minutes = parse_minutes(time);
  const auto offset = zone == std::string_view::npos ? std::nullopt : parse_offset(time.substr(zone));
  if (!minutes || !offset)
    return std::nullopt;
  const int utc = *minutes - *offset;
  if (utc < 0 || utc >= 24 * 60)
    step_day(*date, utc < 0 ? -1 : 1);
  const int within_day = (utc + 24 * 60) % (24 * 60);
  date->time = two_digits(within_day / 60) + ":" + two_digits(within_day % 60);
  return date;
}

std::string format_date(const Date& date, const Messages& messages) {
  const Formats& formats = messages.formats();
  std::string text = filled(formats.date, "month", formats.months[static_cast<std::size_t>(date.month - 1)]);
  text = filled(text, "day", std::to_string(date.day));
  return with_digits(filled(text, "year", std::to_string(date.year)), formats);
}

std::string format_date_time(const Date& date, const Messages& messages) {
  const std::string day = format_date(date, messages);
  if (date.time.empty())
    return day;
  const auto hour = date.time.substr(0, 2);
  std::string text = filled(messages.formats().date_time, "two_digit_hour", hour);
  text = filled(text, "hour", hour.front() == '0' ? hour.substr(1) : hour);
  text = filled(text, "minute", date.time.substr(3));
  return filled(with_digits(text, messages.formats()), "date", day);
}

std::string filled(std::string_view pattern, std::string_view name, std::string_view value) {
  const std::string placeholder = "{" + std::string(name) + "}";
  std::string text(pattern);
  if (const auto at = text.find(placeholder); at != std::string::npos)
    text.replace(at, placeholder.size(), value);
  return text;
}

} // namespace broadside::language
