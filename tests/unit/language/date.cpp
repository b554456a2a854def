#include "core/language/date.hpp"
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

TEST_CASE("A date alone does not shift") { CHECK(shown("2021-03-14") == "date m3 14 2021"); }

TEST_CASE("A time is shown in UTC") {
  CHECK(shown("2021-03-14T10:32:00Z") == "date_time date m3 14 2021 10:32");
  CHECK(shown("2026-03-01T23:30:00+09:00") == "date_time date m3 1 2026 14:30");
  CHECK(shown("2026-03-01T03:30:00.123+05:45") == "date_time date m2 28 2026 21:45");
  CHECK(shown("2025-12-31T23:30:00-03:30") == "date_time date m1 1 2026 03:00");
  CHECK(shown("2024-03-01T00:10:00+01:00") == "date_time date m2 29 2024 23:10");
}

TEST_CASE("What is no date is none") {
  for (const char* text :
       {"", "2021", "2021-3-14", "2021-13-01", "2021-00-01", "2021-02-29", "2021-03-32", "14-03-2021", "2021-03-14T",
        "2021-03-14T25:00Z", "2021-03-14T10:00", "2021-03-14T10:00+1", "2021-03-14x", "-021-03-14", "2021/03/14"})
    CHECK(shown(text) == "no date");
}

TEST_CASE("A placeholder is filled once, and its value is not read again") {
  CHECK(filled("a {b} c", "b", "{b}") == "a {b} c");
  CHECK(filled("a", "b", "c") == "a");
}
