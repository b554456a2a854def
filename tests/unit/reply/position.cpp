#include "core/reply/position.hpp"

#include <catch2/catch.hpp>

using namespace broadside::reply;
using namespace std::string_literals;

TEST_CASE("A path has a step of eight digits for each reply, in the order of numbers") {
  CHECK(path_step(0) == "00000000");
  CHECK(path_step(7) == "00000007");
  CHECK(path_step(0xabcdef12) == "abcdef12");
  CHECK(path_step(255) < path_step(256));
  CHECK(path_step(0xffffffff) < path_step(0xffffffff) + "g");
  const auto path = path_step(7) + path_step(9);
  CHECK(depth_of(path) == 2);
  CHECK(path_above(path, 1) == path_step(7));
  CHECK(path_above(path, 0).empty());
}

TEST_CASE("A position is read from the text that it was written to, and from no other") {
  const Position position{1, path_step(7) + path_step(9)};
  CHECK(text_of(position) == "1-0000000700000009");
  CHECK(read_position(text_of(position)) == position);
  for (const auto& text : {""s, "0"s, "0-"s, "2-00000007"s, "00000007"s, "0-0000007"s, "0-0000000g"s, "0-0000000A"s,
                           "0-00000007 "s, "0-" + std::string(8 * (deepest + 1), '0')}) {
    INFO(text);
    CHECK_FALSE(read_position(text));
  }
  CHECK(read_position("0-" + std::string(8 * deepest, '0')));
}

TEST_CASE("A reply is above those of its branch, and above nothing else") {
  const Position first{0, path_step(1)};
  const Position answer{0, path_step(1) + path_step(2)};
  CHECK(is_above(first, answer));
  CHECK_FALSE(is_above(answer, first));
  CHECK_FALSE(is_above(first, first));
  CHECK_FALSE(is_above(first, {0, path_step(3)}));
  CHECK_FALSE(is_above(first, {1, answer.path}));
  CHECK_FALSE(is_above({}, answer));
}
