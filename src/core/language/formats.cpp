#include "core/language/formats.hpp"

#include "core/ascii.hpp"
#include "core/word_list.hpp"

#include <algorithm>

namespace broadside::language {
namespace {

constexpr std::size_t last_group = 3;

std::string read_pattern(const json::Cursor& member, std::string_view placeholders) {
  std::string text = member.string(json::Presence::required);
  require_placeholders(member, text, placeholders);
  return text;
}

std::size_t read_size(const json::Cursor& member, std::size_t otherwise) {
  const auto size = member.integer(json::Presence::optional, 1, 4);
  return size ? static_cast<std::size_t>(*size) : otherwise;
}

void read_months(const json::Cursor& member, std::array<std::string, 12>& months) {
  const auto items = member.items(json::Presence::required);
  if (items.size() != months.size())
    member.fail("wrong-length", "must hold 12 names");
  for (std::size_t i = 0; i < std::min(items.size(), months.size()); ++i)
    months[i] = items[i].string(json::Presence::required);
}

void read_digits(const json::Cursor& member, std::string& digits) {
  if (!member.exists())
    return;
  const std::string text = member.string(json::Presence::required);
  if (text.empty() || text.size() % 10 != 0)
    member.fail("wrong-length", "must hold 10 digits");
  else
    digits = text;
}

bool is_start_of_group(std::size_t digits_left, const Formats& formats) {
  return digits_left == last_group ||
         (digits_left > last_group && (digits_left - last_group) % formats.upper_group == 0);
}

} // namespace

Formats Formats::read(const json::Cursor& member) {
  Formats formats;
  read_months(member["months"], formats.months);
  formats.date = read_pattern(member["date"], "day month year");
  formats.date_time = read_pattern(member["date_time"], "date minute");
  const auto list = member["list"];
  formats.list = {list["two"].string(json::Presence::required), list["end"].string(json::Presence::required),
                  list["middle"].string(json::Presence::required)};
  read_digits(member["digits"], formats.digits);
  formats.group = member["group"].string(json::Presence::required);
  formats.upper_group = read_size(member["upper_group"], formats.upper_group);
  formats.minimum_grouping = read_size(member["minimum_grouping"], formats.minimum_grouping);
  return formats;
}

std::string format_number(std::uint32_t number, const Formats& formats) {
  const std::string text = std::to_string(number);
  if (text.size() < last_group + formats.minimum_grouping)
    return with_digits(text, formats);
  std::string grouped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && is_start_of_group(text.size() - at, formats))
      grouped += formats.group;
    grouped += with_digits(text.substr(at, 1), formats);
  }
  return grouped;
}

std::string with_digits(std::string_view text, const Formats& formats) {
  const std::size_t length = formats.digits.size() / 10;
  std::string result;
  for (const char c : text) {
    if (is_digit(c))
      result.append(formats.digits, static_cast<std::size_t>(c - '0') * length, length);
    else
      result += c;
  }
  return result;
}

std::string_view list_separator(std::size_t index, std::size_t count, const Formats& formats) {
  if (index == 0)
    return {};
  if (count == 2)
    return formats.list.two;
  return index + 1 == count ? formats.list.end : formats.list.middle;
}

void require_placeholders(const json::Cursor& member, std::string_view text, std::string_view placeholders) {
  while (!placeholders.empty()) {
    const std::string placeholder = "{" + std::string(take_word(placeholders)) + "}";
    if (member.exists() && text.find(placeholder) == std::string_view::npos)
      member.fail("placeholder-missing", "must hold " + placeholder);
  }
}

} // namespace broadside::language
