#pragma once

#include <string>
#include <variant>
#include <vector>

namespace broadside::publish {

/// A value in a publisher's file in YAML, TOML or JSON: nothing, a text exactly as it is written, a list or a mapping.
struct Value {
  struct Member;
  struct None {};
  using List = std::vector<Value>;
  using Map = std::vector<Member>;

  std::variant<None, std::string, List, Map> data;
  /// The line of the file on which it begins.
  int line = 0;
};

struct Value::Member {
  std::string name;
  Value value;
};

} // namespace broadside::publish
