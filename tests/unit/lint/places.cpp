#include "support/lint.hpp"

using broadside::tests::Names;
using broadside::tests::remarks_in;

namespace {

/// Returns the remarks on a text, each as "code at line:offset".
Names places(const std::string& markdown) {
  Names names;
  for (const broadside::lint::Remark& remark : remarks_in(markdown))
    names.push_back(remark.code + " at " + std::to_string(remark.line) + ":" + std::to_string(remark.offset));
  return names;
}

} // namespace

TEST_CASE("a remark says where in its line it begins, in bytes") {
  CHECK(places("é [a][b]\n") == Names{"missing-definition at 1:3"});
  CHECK(places("> one\n> two [a][b]\n") == Names{"missing-definition at 2:6"});
  CHECK(places("| a | b |\n| - | - |\n| c | [a][b] |\n") == Names{"missing-definition at 3:6"});
  CHECK(places("- x\n\n  ## see [a][b]\n") == Names{"missing-definition at 3:9"});
}

TEST_CASE("a remark counts the characters before it, once for all that are in its line") {
  const auto remarks = remarks_in("é字 [a][b] 字 [c][d]\n\né [e][f]\n");
  REQUIRE(remarks.size() == 3);
  CHECK(remarks[0].column == 4);
  CHECK(remarks[1].column == 13);
  CHECK(remarks[2].column == 3);
}

TEST_CASE("a remark on raw HTML and one on an address begin at the tag and at the link") {
  CHECK(places("a <blink>b</blink>\n") == Names{"raw-html at 1:2"});
  CHECK(places("a [b](javascript:1)\n") == Names{"unsafe-address at 1:2"});
  CHECK(places("one\ntwo [b](javascript:1)\n") == Names{"unsafe-address at 2:4"});
  CHECK(places("> one\n> two [b](#c)\n") == Names{"missing-anchor at 2:6"});
}

TEST_CASE("remarks on one line are sorted by where they begin") {
  CHECK(places("[a][b] and [c](javascript:1) and ![d](data:,)\n") ==
        Names{"missing-definition at 1:0", "unsafe-address at 1:11", "unsafe-address at 1:33"});
}

TEST_CASE("the addresses of scripts are reported, in raw HTML too, and only a picture's is a fault") {
  const auto is_fault = [](const std::string& markdown) { return remarks_in(markdown).at(0).is_fault; };
  CHECK_FALSE(is_fault("[a](javascript:1)\n"));
  CHECK(is_fault("![a](javascript:1)\n"));
  CHECK_FALSE(is_fault("a <img src=\"data:,\" alt=\"b\">\n"));
  CHECK(places("[a](mailto:b@c.example), [d](tel:1), [e](f.html), ![g](h.png)\n").empty());
}
