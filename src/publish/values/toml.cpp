#include "publish/values/notations.hpp"

#include <toml++/toml.h>

#include <sstream>

namespace broadside::publish {
namespace {

int line_of(const toml::source_region& source, const Location& start) {
  return start.line - 1 + std::max(static_cast<int>(source.begin.line), 1);
}

Value value_of(const toml::node& node, const Location& start);

Value::List list_of(const toml::array& array, const Location& start) {
  Value::List list;
  for (const toml::node& item : array)
    list.push_back(value_of(item, start));
  return list;
}

Value::Map map_of(const toml::table& table, const Location& start) {
  Value::Map map;
  for (const auto& [name, value] : table)
    map.push_back({std::string(name.str()), value_of(value, start)});
  return map;
}

// Numbers and dates are written in TOML's notation, which for dates is that of RFC 3339.
std::string text_of(const toml::node& node) {
  if (const auto* text = node.as_string())
    return text->get();
  std::ostringstream out;
  node.visit([&](const auto& value) {
    if constexpr (toml::is_value<decltype(value)>)
      out << value;
  });
  return out.str();
}

// The recursion is no deeper than the parser's own, which is bounded.
Value value_of(const toml::node& node, const Location& start) {
  Value value{{}, line_of(node.source(), start)};
  if (const auto* array = node.as_array())
    value.data = list_of(*array, start);
  else if (const auto* table = node.as_table())
    value.data = map_of(*table, start);
  else
    value.data = text_of(node);
  return value;
}

} // namespace

std::optional<Value> read_toml(std::string_view text, const Location& start, Faults& faults) {
  try {
    return value_of(toml::parse(text), start);
  } catch (const toml::parse_error& error) {
    faults.add({start.file, line_of(error.source(), start)}, "malformed-toml",
               "is not TOML: " + std::string(error.description()));
    return std::nullopt;
  }
}

} // namespace broadside::publish
