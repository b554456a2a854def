#include "publish/yaml_map.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace broadside::publish {
namespace {

int line_of(const YAML::Mark& mark) { return std::max(mark.line, 0) + 1; }

void refuse_duplicates(const YAML::Node& map, const std::filesystem::path& file, Faults& faults) {
  std::set<std::string> names;
  for (const auto& member : map) {
    const YAML::Node& key = member.first;
    if (key.IsScalar() && !names.insert(key.Scalar()).second)
      faults.add({file, line_of(key.Mark())}, "duplicate-member", key.Scalar() + ": is given twice");
  }
}

} // namespace

std::optional<YamlMap> YamlMap::parse(const std::string& text, const std::filesystem::path& file, Faults& faults) {
  try {
    return of(YAML::Load(text), file, "", faults);
  } catch (const YAML::Exception& error) {
    faults.add({file, line_of(error.mark)}, "malformed-yaml", "is not YAML: " + error.msg);
    return std::nullopt;
  }
}

std::optional<YamlMap> YamlMap::of(const YAML::Node& node, const std::filesystem::path& file, const std::string& name,
                                   Faults& faults) {
  if (!node.IsMap()) {
    const std::string subject = name.empty() ? "" : name + ": ";
    faults.add({file, line_of(node.Mark())}, "wrong-type", subject + "must be a mapping, lines of \"name: value\"");
    return std::nullopt;
  }
  refuse_duplicates(node, file, faults);
  return YamlMap(node, file);
}

YAML::Node YamlMap::member(const std::string& name) const {
  // Of a const node: asking it for what it lacks does not add it.
  const YAML::Node& map = node_;
  const YAML::Node value = map[name];
  return value.IsDefined() ? value : YAML::Node();
}

bool YamlMap::has(const std::string& name) const { return !member(name).IsNull(); }

Place YamlMap::place(const std::string& name) const { return place_of(has(name) ? member(name) : node_); }

Place YamlMap::place_of(const YAML::Node& node) const { return {file_, line_of(node.Mark())}; }

std::string YamlMap::text_of(const YAML::Node& node, const std::string& name, std::size_t longest,
                             Faults& faults) const {
  if (!node.IsScalar()) {
    faults.add(place_of(node), "wrong-type", name + ": must be a text");
    return {};
  }
  if (node.Scalar().size() > longest) {
    faults.add(place_of(node), "too-long", name + ": must be at most " + std::to_string(longest) + " bytes");
    return {};
  }
  return node.Scalar();
}

std::string YamlMap::text(const std::string& name, std::size_t longest, Faults& faults) const {
  return has(name) ? text_of(member(name), name, longest, faults) : std::string();
}

std::string YamlMap::required_text(const std::string& name, std::size_t longest, Faults& faults) const {
  if (has(name) && !(member(name).IsScalar() && member(name).Scalar().empty()))
    return text(name, longest, faults);
  faults.add(place(name), "missing", name + ": is missing");
  return {};
}

std::vector<std::string> YamlMap::texts(const std::string& name, std::size_t longest, Faults& faults) const {
  const YAML::Node value = member(name);
  if (!value.IsSequence())
    return has(name) ? std::vector{text_of(value, name, longest, faults)} : std::vector<std::string>();
  std::vector<std::string> texts;
  for (const YAML::Node& item : value)
    texts.push_back(text_of(item, name, longest, faults));
  return texts;
}

std::optional<int> YamlMap::number(const std::string& name, int minimum, int maximum, Faults& faults) const {
  const std::string digits = text(name, 100, faults);
  if (digits.empty())
    return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_number = end == digits.data() + digits.size() && error != std::errc::invalid_argument;
  if (is_number && error == std::errc() && number >= minimum && number <= maximum)
    return number;
  faults.add(place(name), is_number ? "out-of-range" : "wrong-type",
             name + ": must be a whole number from " + std::to_string(minimum) + " to " + std::to_string(maximum));
  return std::nullopt;
}

std::optional<YamlMap> YamlMap::map(const std::string& name, Faults& faults) const {
  return has(name) ? of(member(name), file_, name, faults) : std::nullopt;
}

} // namespace broadside::publish
