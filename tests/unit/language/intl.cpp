#include "core/language/date.hpp"
#include "core/language/plural.hpp"
#include "messages/built_in_messages.hpp"

#include <catch2/catch.hpp>

#include <initializer_list>

// intl.def has Intl's answers to the same questions, which come from other code and another copy of CLDR.
using namespace broadside;
using namespace broadside::language;

namespace {

using enum Plural;

// The items for Hebrew are Hebrew letters, as in the list that Intl writes.
std::string listed(const std::string& tag, std::size_t count) {
  const std::array<std::string, 4> items =
      tag == "he" ? std::array<std::string, 4>{"א", "ב", "ג", "ד"} : std::array<std::string, 4>{"A", "B", "C", "D"};
  std::string text;
  for (std::size_t i = 0; i < count; ++i)
    text.append(list_separator(i, count, built_in_messages(tag).formats())).append(items.at(i));
  return text;
}

void check_category(const char* tag, Plural category, std::initializer_list<std::uint32_t> counts) {
  CHECK(has_plural(tag, category));
  for (const auto count : counts) {
    INFO(tag << " " << count);
    CHECK(word_for(plural_words, plural_category(tag, count)) == word_for(plural_words, category));
  }
}

void check_number(const char* tag, std::uint32_t number, const char* text) {
  CHECK(format_number(number, built_in_messages(tag).formats()) == text);
}

void check_date(const char* tag, const char* when, const char* text) {
  CHECK(format_date(parse_date(when).value(), built_in_messages(tag)) == text);
}

void check_date_time(const char* tag, const char* when, const char* text) {
  CHECK(format_date_time(parse_date(when).value(), built_in_messages(tag)) == text);
}

void check_list(const char* tag, std::size_t count, const char* text) { CHECK(listed(tag, count) == text); }

} // namespace

// raamdev/independent-publisher#89, coralproject/talk#1983, habari/habari#41
TEST_CASE("Plural categories are those of Intl") {
#define CATEGORY(tag, category, ...) check_category(tag, category, {__VA_ARGS__});
#include "language/intl.def"
}

TEST_CASE("Numbers are written as by Intl") {
#define NUMBER(tag, number, text) check_number(tag, number, text);
#include "language/intl.def"
}

TEST_CASE("Dates are written as by Intl") {
#define DATE(tag, when, text) check_date(tag, when, text);
#include "language/intl.def"
}

TEST_CASE("Dates and times are written as by Intl") {
#define DATE_TIME(tag, when, text) check_date_time(tag, when, text);
#include "language/intl.def"
}

TEST_CASE("Lists are written as by Intl") {
#define LIST(tag, count, text) check_list(tag, count, text);
#include "language/intl.def"
}
