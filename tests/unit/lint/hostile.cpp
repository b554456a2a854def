#include "support/lint.hpp"

#include <catch2/catch.hpp>

#include <ctime>

using namespace broadside;
using namespace broadside::tests;

namespace {

/// Returns the seconds of processor time that the remarks on so many signs take.
double cost(std::string_view sign, int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += sign;
  const std::clock_t start = std::clock();
  remarks_in(text);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// Eight times as many signs take eight times as long in linear time and 64 times as long in quadratic time. Times
/// below fifty milliseconds are linear, since some clocks are too coarse to compare them. The comparison is made again
/// when it fails, since the processor's caches disturb a single one.
bool takes_linear_time(std::string_view sign) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    const double time = cost(sign, 8'000);
    if (time < 0.05 || time < 24 * cost(sign, 1'000))
      return true;
  }
  return false;
}

} // namespace

TEST_CASE("Many of each sign take linear time") {
  for (const char* sign : {"{",
                           "{{",
                           "{{<",
                           "{%",
                           "{{ a ",
                           "{.a ",
                           "{.a}",
                           "{:",
                           "[",
                           "[[",
                           "![[",
                           "[[a",
                           "[[a]]",
                           "[^",
                           "[^1]",
                           "[^a",
                           "[a][",
                           "[a][b]",
                           "][",
                           "](",
                           "[](",
                           "[](a b",
                           "[](/",
                           "[a](a \"",
                           "[a](a (",
                           "[a](<",
                           "] (https://",
                           ")[https://",
                           "(",
                           "![",
                           "!",
                           "!!! note\n",
                           "::: note\n",
                           ":::",
                           "> [!X",
                           "> [!X]\n\n",
                           "$",
                           "$$",
                           "$x_",
                           "$x_i$ ",
                           "\\(",
                           "\\(x^2",
                           "\\)",
                           "\\[",
                           "%%",
                           "%% a ",
                           "^",
                           "^a-b ",
                           "a ^a-b\n\n",
                           "```\n\n",
                           "~~~",
                           "`",
                           "`a",
                           "<!--",
                           "<a",
                           "<",
                           "<a href=\"",
                           "\\",
                           "**",
                           "** a",
                           " **a",
                           "a** ",
                           "***",
                           "＃",
                           "＃ a\n",
                           "１．a\n",
                           "［",
                           "［a］（",
                           "］（b",
                           "＊＊",
                           "｀",
                           "\u00A0",
                           "\u200B",
                           "\u200B- a\n",
                           "#\u00A0a\n\n",
                           "##a\n\n",
                           "1. a\n",
                           "9. a\n3. b\n",
                           "3. Oktober\n\n\\\n\n",
                           "[a]: b\n",
                           "[^a]: b\n",
                           "[a](#b) ",
                           "# a\n",
                           "| {.a}",
                           "https://",
                           "www.",
                           "www.a)"}) {
    CAPTURE(sign);
    CHECK(takes_linear_time(sign));
  }
}
