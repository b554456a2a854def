#pragma once

#include "core/language/messages.hpp"

#include <cstdint>
#include <optional>

namespace broadside::language {

/// A date as it was written (RFC 3339, full-date), with the time of day in UTC if there was one.
struct Date {
  int year, month, day;
  /// The time as "HH:MM", or empty for a date alone.
  std::string time;
  /// The second of that minute, which is 60 in a leap second.
  int second = 0;
};

/// Reads "2021-03-14" or "2021-03-14T10:32:00Z". With an offset, date and time are converted to UTC. Returns nothing if
/// the text is neither (RFC 3339, 5.6: full-date and date-time), or if there is no such day or time.
std::optional<Date> parse_date(std::string_view);

/// The rule in words, for messages.
constexpr std::string_view date_rule = "must be a date such as 2021-03-14 or 2021-03-14T10:00:00Z";

/// Returns the seconds from 1970-01-01T00:00:00Z to that date, which begins at midnight UTC if it has no time.
std::int64_t unix_time(const Date&);

/// Returns "March 14, 2021", by the language's pattern and in its digits. The calendar is the Gregorian one in every
/// language.
std::string format_date(const Date&, const Messages&);
/// Returns "March 14, 2021 at 10:32 UTC", in 24 hours, or the date alone if there is no time. In a zone that is so many
/// minutes ahead of UTC it is "March 14, 2021 at 12:32 UTC+2".
std::string format_date_time(const Date&, const Messages&, int minutes_ahead = 0);
/// Returns "3 hours ago" for a date that was less than a day before `minute`, in minutes since 1970. Returns nothing
/// for any other, and for a date without a time. Clocks differ, so a date that is a little later is now.
std::optional<std::string> format_ago(const Date&, std::int64_t minute, const Messages&);

/// Returns the pattern with a value in place of `{name}`.
std::string filled(std::string_view pattern, std::string_view name, std::string_view value);

} // namespace broadside::language
