#pragma once

#include "core/json/cursor.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace broadside::language {

/// The formats in which a language writes dates, numbers and lists: the member `cldr` of a file of web/messages, which
/// scripts/cldr.ts takes from CLDR.
struct Formats {
  /// The months as they stand in a date: names, or numbers if the date is written with these.
  std::array<std::string, 12> months;
  /// The pattern holds {day}, {month} and {year}.
  std::string date;
  /// The pattern holds {date}, {hour} or {two_digit_hour}, and {minute}.
  std::string date_time;

  /// The texts between two items of a list: `two` between the only two, `end` before the last one, and `middle`
  /// elsewhere.
  struct List {
    std::string two, end, middle;
  };
  List list;

  /// The digits from zero to nine, all of the same length.
  std::string digits = "0123456789";
  /// The text between groups of digits. The last group has three digits, and the others have `upper_group`.
  std::string group;
  std::size_t upper_group = 3;
  /// The number of digits that must stand before the last group for there to be groups at all.
  std::size_t minimum_grouping = 1;

  /// Reads the formats. Errors: missing, wrong-type, wrong-length, out-of-range, placeholder-missing.
  static Formats read(const json::Cursor&);
};

/// Returns "1,234,567" as the language writes it.
std::string format_number(std::uint32_t number, const Formats&);

/// Replaces ASCII digits by the language's own. The rest of the text stays.
std::string with_digits(std::string_view text, const Formats&);

/// Returns what stands before the item of that index in a list of so many.
std::string_view list_separator(std::size_t index, std::size_t count, const Formats&);

/// Notes the error placeholder-missing if a text lacks one of these placeholders, which are separated by spaces.
void require_placeholders(const json::Cursor& member, std::string_view text, std::string_view placeholders);

} // namespace broadside::language
