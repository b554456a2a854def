#pragma once

#include "support/source_tree.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

#include <set>
#include <string>
#include <utility>

namespace broadside::test {

/// A path and a method as OpenAPI writes them, such as "get".
using Operation = std::pair<std::string, std::string>;

/// docs/openapi.yaml, with as much of JSON Schema as it uses.
class Description {
public:
  Description() : root_(YAML::LoadFile((source_tree() / "docs/openapi.yaml").string())) {}

  std::set<Operation> operations() const;

  YAML::Node path(const std::string& path) const { return root_["paths"][path]; }
  YAML::Node responses(const std::string& path, const std::string& method) const {
    return root_["paths"][path][method]["responses"];
  }

  /// Returns the schema of a member of one of the components.
  YAML::Node member(const std::string& component, const std::string& name) const {
    return root_["components"]["schemas"][component]["properties"][name];
  }

  /// Returns the schema of a parameter, which the path or one of its methods has.
  static YAML::Node parameter(const YAML::Node& parent, const std::string& name);

  /// Returns the node, or the one that it refers to.
  YAML::Node resolved(const YAML::Node&) const;

  /// Checks that the value is as the schema says.
  void check(const nlohmann::json& value, const YAML::Node& unresolved) const;

private:
  YAML::Node alternative(const nlohmann::json& value, const YAML::Node& schemas) const;

  YAML::Node root_;
};

} // namespace broadside::test
