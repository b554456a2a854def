#include "core/lines.hpp"
#include "publish/values/notations.hpp"
#include "publish/values/yaml_cause.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace broadside::publish {
namespace {

// The limit is more than any file that people write has, and small enough for a file whose aliases multiply.
constexpr int most_values = 10'000;
constexpr int deepest = 64;

class Converter {
public:
  explicit Converter(const Location& start) : start_(start) {}

  int line(const YAML::Mark& mark) const { return start_.line + std::max(mark.line, 0); }
  bool overflowed() const { return overflowed_; }

  Value value_of(const YAML::Node& node, int depth = 0) {
    Value value{{}, line(node.Mark())};
    if (++count_ > most_values || depth > deepest)
      overflowed_ = true;
    else if (node.IsScalar())
      value.data = node.Scalar();
    else if (node.IsSequence())
      value.data = list_of(node, depth);
    else if (node.IsMap())
      value.data = map_of(node, depth);
    return value;
  }

private:
  Value::List list_of(const YAML::Node& node, int depth) {
    Value::List list;
    for (const YAML::Node& item : node)
      list.push_back(value_of(item, depth + 1));
    return list;
  }

  // A member whose name is itself a list or a mapping is skipped, because nothing can ask for it.
  Value::Map map_of(const YAML::Node& node, int depth) {
    Value::Map map;
    for (const auto& member : node)
      if (member.first.IsScalar())
        map.push_back({member.first.Scalar(), value_of(member.second, depth + 1)});
    return map;
  }

  const Location& start_;
  int count_ = 0;
  bool overflowed_ = false;
};

std::string_view line_at(std::string_view text, const YAML::Mark& mark) {
  std::string_view line;
  for (int number = 0; number <= mark.line; ++number)
    line = take_line(text);
  return line;
}

// Returns the text with the mark of a document's end. Without it, yaml-cpp takes the end of the text for the end of a
// value whose quotation mark is not closed, and loses the members in between, such as `draft: true`.
std::string ended(std::string_view text) {
  return std::string(text).append(text.ends_with('\n') ? "" : "\n").append("...\n");
}

// yaml-cpp takes a line of prose for a member without a value. It would do so with a whole article whose front matter
// is closed only by a thematic break further down.
void refuse_prose(const YAML::Node& document, std::string_view text) {
  if (!document.IsMap())
    return;
  for (const auto& member : document)
    if (member.second.IsNull() && line_at(text, member.first.Mark()).find(':') == std::string_view::npos)
      throw YAML::Exception(
          member.first.Mark(),
          "a line that is not \"name: value\"; the text begins after a second \"---\", which may be missing");
}

} // namespace

std::optional<Value> read_yaml(std::string_view text, const Location& start, Faults& faults) {
  Converter converter(start);
  try {
    const YAML::Node document = YAML::Load(ended(text));
    refuse_prose(document, text);
    Value value = converter.value_of(document);
    if (!converter.overflowed())
      return value;
    faults.add(start, "too-many-values", "has more than " + std::to_string(most_values) + " values");
  } catch (const YAML::Exception& error) {
    faults.add({start.file, converter.line(error.mark)}, "malformed-yaml",
               "is not YAML: " + yaml_cause(error.msg, line_at(text, error.mark)));
  }
  return std::nullopt;
}

} // namespace broadside::publish
