#pragma once

#include "core/json/cursor.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace broadside::language {

/// How a language writes dates, numbers and lists: the member `cldr` of a file of web/messages, as scripts/cldr.ts
/// makes it of CLDR.
struct Formats {
  /// The months as they stand in a date: names, or numbers if the date is written with these.
  std::array<std::string, 12> months;
  /// The pattern holds {day}, {month} and {year}.
  std::string date;
  /// The pattern holds {date}, {hour} or {two_digit_hour}, and {minute}.
  std::string date_time;

  /// What stands between two of a list: where there are no more, before the last, and anywhere else.
  struct List {
    std::string two, end, middle;
  };
  List list;

  /// The digits from zero to nine, all of the same length.
  std::string digits = "0123456789";
  /// Stands between groups of digits: the last is of three, the others are of `upper_group`.
  std::string group;
  std::size_t upper_group = 3;
  /// The number of digits that must stand before the last group for there to be groups at all.
  std::size_t minimum_grouping = 1;

  /// Errors: missing, wrong-type, wrong-length, out-of-range, placeholder-missing.
  static Formats read(const json::Cursor&);
};

/// "1,234,567", or as the language writes it.
std::string format_number(std::uint32_t number, const Formats&);

/// ASCII digits as the language's own; whatever else is in the text stays.
std::string with_digits(std::string_view text, const Formats&);

/// Returns what stands before the item of that index in a list of so many.
std::string_view list_separator(std::size_t index, std::size_t count, const Formats&);

/// Notes the error placeholder-missing where a text lacks one of these, which have spaces between.
void require_placeholders(const json::Cursor& member, std::string_view text, std::string_view placeholders);

} // namespace broadside::language
