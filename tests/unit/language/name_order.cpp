#include "core/language/name_order.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using broadside::language::precedes;

TEST_CASE("Names of languages are ordered by script, and by letter whatever its case or accent") {
  const std::vector<std::string> ordered = {"català", "čeština",  "Deutsch", "eesti",      "English", "español",
                                            "ʻŌlelo", "Ελληνικά", "русский", "українська", "עברית",   "العربية",
                                            "हिन्दी",  "中文",     "日本語",  "한국어"};
  auto names = ordered;
  std::reverse(names.begin(), names.end());
  std::stable_sort(names.begin(), names.end(), precedes);
  CHECK(names == ordered);
  CHECK(precedes("Íslenska", "Italiano"));
  CHECK_FALSE(precedes("Ślůnski", "slovenščina"));
  CHECK_FALSE(precedes("a", "a"));
}
