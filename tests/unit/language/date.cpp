#include "core/language/date.hpp"
#include "messages/built_in_messages.hpp"
#include "support/messages.hpp"

#include <catch2/catch.hpp>

using namespace broadside::language;
using broadside::tests::messages;

namespace {

std::string shown(std::string_view text) {
  const auto date = parse_date(text);
  return date ? format_date_time(*date, messages()) : "no date";
}

} // namespace

TEST_CASE("A date without a time does not shift") { CHECK(shown("2021-03-14") == "date m3 14 2021"); }

TEST_CASE("A time is shown in UTC") {
  CHECK(shown("2021-03-14T10:32:00Z") == "date_time date m3 14 2021 10:32");
  CHECK(shown("2026-03-01T23:30:00+09:00") == "date_time date m3 1 2026 14:30");
  CHECK(shown("2026-03-01T03:30:00.123+05:45") == "date_time date m2 28 2026 21:45");
  CHECK(shown("2025-12-31T23:30:00-03:30") == "date_time date m1 1 2026 03:00");
  CHECK(shown("2024-03-01T00:10:00+01:00") == "date_time date m2 29 2024 23:10");
}

TEST_CASE("A time is shown in another zone, whose distance from UTC is named") {
  const auto in_zone = [](std::string_view text, int minutes, std::string_view tag) {
    return format_date_time(parse_date(text).value(), built_in_messages(tag), minutes);
  };
  CHECK(in_zone("2021-03-14T10:32:00Z", 0, "en") == "March 14, 2021 at 10:32 UTC");
  CHECK(in_zone("2021-12-31T23:32:00Z", 120, "en") == "January 1, 2022 at 01:32 UTC+2");
  CHECK(in_zone("2021-03-01T02:32:00Z", -210, "en") == "February 28, 2021 at 23:02 UTC−3:30");
  CHECK(in_zone("2021-03-14T10:32:00Z", 345, "de") == "14. März 2021 um 16:17 UTC+5:45");
  CHECK(in_zone("2021-03-14", 120, "en") == "March 14, 2021");
}

TEST_CASE("The last day is told by how long ago it was") {
  const auto ago = [](std::string_view text, std::string_view tag = "en") {
    const auto now = unix_time(parse_date("2021-03-14T10:00:00Z").value()) / 60;
    return format_ago(parse_date(text).value(), now, built_in_messages(tag)).value_or("none");
  };
  CHECK(ago("2021-03-14T09:59:00Z") == "1 minute ago");
  CHECK(ago("2021-03-14T09:01:00Z") == "59 minutes ago");
  CHECK(ago("2021-03-14T09:00:00Z") == "1 hour ago");
  CHECK(ago("2021-03-13T10:01:00Z") == "23 hours ago");
  CHECK(ago("2021-03-13T10:00:00Z") == "none");
  CHECK(ago("2021-03-14T07:00:00Z", "pl") == "3 godziny temu");
  CHECK(ago("2021-03-14T07:00:00Z", "bn") == "৩ ঘণ্টা আগে");
  SECTION("a server's clock may be fast") {
    CHECK(ago("2021-03-14T10:00:00Z") == "now");
    CHECK(ago("2021-03-14T10:09:00Z") == "now");
    CHECK(ago("2021-03-14T10:30:00Z") == "none");
  }
  SECTION("a day alone has no time") { CHECK(ago("2021-03-14") == "none"); }
}

TEST_CASE("Text that is not a date is not read as one") {
  for (const char* text : {"",
                           "2021",
                           "2021-3-14",
                           "2021-03-14T10:32:99 or soZ",
                           "2021-03-14T10:32:61Z",
                           "2021-03-14T10:32:60Z",
                           "2021-03-14T10:32Z",
                           "2021-03-14T10:32:5Z",
                           "2021-03-14T10:32:05.Z",
                           "2021-03-14T10:32:05.1xZ",
                           "2021-03-14T10:32:05,1Z",
                           "2021-03-14T10:32:05+24:00",
                           "2021-03-14T10:32:05+0100",
                           "2021-03-14T10:32:05 Z",
                           "2021-03-14T10:32:05Z ",
                           "2021-03-14  10:32:05Z",
                           "2021-03-14T24:00:00Z",
                           "2021-03-14T10:-1:00Z",
                           "2021-03-14T1:32:00Z",
                           "+021-03-14",
                           "2021-03-+1",
                           "2021-04-31",
                           "1900-02-29",
                           "2021-03-14T",
                           "2021-13-01",
                           "2021-00-01",
                           "2021-02-29",
                           "2021-03-32",
                           "14-03-2021",
                           "2021-03-14T25:00Z",
                           "2021-03-14T10:00",
                           "2021-03-14T10:00+1",
                           "2021-03-14x",
                           "-021-03-14",
                           "2021/03/14"})
    CHECK(shown(text) == "no date");
}

TEST_CASE("A leap second ends a day of UTC") {
  CHECK(shown("2017-01-01T08:59:60+09:00") == "date_time date m12 31 2016 23:59");
}

TEST_CASE("A date is an instant") {
  const auto seconds = [](std::string_view text) { return unix_time(*parse_date(text)); };
  CHECK(seconds("1970-01-01") == 0);
  CHECK(seconds("2021-03-14") == 1615680000);
  CHECK(seconds("2021-03-14T10:32:05.9Z") == 1615717925);
  CHECK(seconds("2021-03-15T00:02:05+13:30") == 1615717925);
  CHECK(seconds("1969-12-31T23:59:59Z") == -1);
  CHECK(seconds("0000-01-01") == -62167219200);
}

TEST_CASE("A placeholder is filled once, and its value is not read again") {
  CHECK(filled("a {b} c", "b", "{b}") == "a {b} c");
  CHECK(filled("a", "b", "c") == "a");
}
