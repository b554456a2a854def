#include "support/lint.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using namespace broadside;
using namespace broadside::tests;

TEST_CASE("a hundred thousand of each sign take linear time") {
  const auto many = [](std::string_view sign) {
    std::string text;
    for (int i = 0; i < 100'000; ++i)
      text += sign;
    return text;
  };
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
    const auto start = std::chrono::steady_clock::now();
    const std::string text = many(sign);
    const auto seen = remarks_in(text).size();
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    CAPTURE(sign, seen);
    CHECK(time.count() < 20);
    if (time.count() > 1)
      WARN(sign << ": " << time.count() << " s");
  }
}
