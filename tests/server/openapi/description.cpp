#include "openapi/description.hpp"

#include <algorithm>
#include <vector>

namespace broadside::test {

using Json = nlohmann::json;

namespace {

bool has_type(const Json& value, const YAML::Node& type) {
  if (type.IsSequence())
    return std::any_of(type.begin(), type.end(), [&](const YAML::Node& one) { return has_type(value, one); });
  const auto name = type.as<std::string>();
  return name == (value.is_number_integer() ? "integer" : value.type_name());
}

} // namespace

std::set<Operation> Description::operations() const {
  std::set<Operation> all;
  for (const auto& path : root_["paths"])
    for (const auto& member : path.second)
      if (member.first.as<std::string>() != "parameters")
        all.emplace(path.first.as<std::string>(), member.first.as<std::string>());
  return all;
}

YAML::Node Description::parameter(const YAML::Node& parent, const std::string& name) {
  for (const auto& parameter : parent["parameters"])
    if (parameter["name"].as<std::string>() == name)
      return parameter["schema"];
  return {};
}

YAML::Node Description::resolved(const YAML::Node& node) const {
  if (!node["$ref"])
    return node;
  auto reference = node["$ref"].as<std::string>().substr(2);
  YAML::Node at = YAML::Clone(root_);
  while (!reference.empty()) {
    const auto slash = std::min(reference.find('/'), reference.size());
    at.reset(at[reference.substr(0, slash)]);
    reference.erase(0, slash + 1);
  }
  return at;
}

void Description::check(const Json& value, const YAML::Node& unresolved) const {
  const auto schema = resolved(unresolved);
  if (schema["oneOf"])
    return check(value, alternative(value, schema["oneOf"]));
  if (schema["type"])
    CHECK(has_type(value, schema["type"]));
  if (schema["const"])
    CHECK(value == schema["const"].as<std::string>());
  if (schema["enum"])
    CHECK(std::any_of(schema["enum"].begin(), schema["enum"].end(),
                      [&](const YAML::Node& word) { return value == word.as<std::string>(); }));
  for (const auto& name : schema["required"])
    CHECK(value.contains(name.as<std::string>()));
  if (value.is_object())
    for (const auto& [name, member] : value.items()) {
      INFO(name);
      REQUIRE(schema["properties"][name]);
      check(member, schema["properties"][name]);
    }
  if (value.is_array())
    for (const auto& item : value)
      check(item, schema["items"]);
}

/// Returns the one of the schemas whose required members the value has.
YAML::Node Description::alternative(const Json& value, const YAML::Node& schemas) const {
  std::vector<YAML::Node> fitting;
  for (const auto& schema : schemas) {
    const auto required = resolved(schema)["required"];
    if (std::all_of(required.begin(), required.end(),
                    [&](const YAML::Node& name) { return value.contains(name.as<std::string>()); }))
      fitting.push_back(schema);
  }
  REQUIRE(fitting.size() == 1);
  return fitting.front();
}

} // namespace broadside::test
