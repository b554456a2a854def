#pragma once

#include "core/error.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace broadside::json {

/// A JSON value that has been read.
struct Value {
  struct Null {};
  struct Member;
  using Array = std::vector<Value>;
  using Object = std::vector<Member>;
  std::variant<Null, bool, double, std::string, Array, Object> data;
};

struct Value::Member {
  std::string name;
  Value value;
};

/// The limits of a text. They keep the memory for reading in proportion to the text, and recursion shallow.
struct Limits {
  std::size_t bytes = std::size_t{8} << 20U;
  std::size_t depth = 128;
  std::size_t values = 200'000;
  /// A member of this name is skipped, whatever its content and size. It is empty if no member is skipped.
  std::string_view skipped = {};
};

/// Reads JSON (RFC 8259) strictly: one value, well-formed UTF-8, no duplicate members. Errors: too-large, too-deep,
/// too-many-values, duplicate-member (where: its name), malformed (where: "byte N").
tl::expected<Value, Error> parse(std::string_view text, const Limits& limits = {});

} // namespace broadside::json
