#pragma once

#include "core/language/messages.hpp"

#include <cstdint>
#include <optional>

namespace broadside::language {

/// A date as it was written (RFC 3339, full-date), with the time of day in UTC where there was one.
struct Date {
  int year, month, day;
  /// "HH:MM"; empty for a date alone.
  std::string time;
  /// The second of that minute; 60 in a leap second.
  int second = 0;
};

/// Reads "2021-03-14" or "2021-03-14T10:32:00Z" (or with an offset, whose date and time are then those of UTC).
/// Nothing where it is neither (RFC 3339, 5.6: full-date and date-time), no such day, or no such time.
std::optional<Date> parse_date(std::string_view);

/// The rule in words, for messages.
constexpr std::string_view date_rule = "must be a date such as 2021-03-14 or 2021-03-14T10:00:00Z";

/// The seconds from 1970-01-01T00:00:00Z to that date, which begins at midnight UTC where it has no time.
std::int64_t unix_time(const Date&);

/// "March 14, 2021", by the language's pattern and in its digits. The calendar is the Gregorian in every language.
std::string format_date(const Date&, const Messages&);
/// "March 14, 2021 at 10:32 UTC", in 24 hours; the date alone where there is no time.
std::string format_date_time(const Date&, const Messages&);

/// Puts a value where the pattern has `{name}`.
std::string filled(std::string_view pattern, std::string_view name, std::string_view value);

} // namespace broadside::language
