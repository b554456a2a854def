#pragma once

#include "publish/faults.hpp"

#include <yaml-cpp/yaml.h>

#include <optional>
#include <string>
#include <vector>

namespace broadside::publish {

/// A mapping in a YAML file. Its values are texts, exactly as they are written: the language `no` is "no", and a date
/// is a text. A member without a value is as good as none; members that nobody asks for are ignored.
class YamlMap {
public:
  /// Reads a document that must be a mapping. Faults: malformed-yaml, wrong-type, duplicate-member.
  static std::optional<YamlMap> parse(const std::string& text, const std::filesystem::path& file, Faults&);

  bool has(const std::string& name) const;
  /// Where the member's value stands; where there is none, the mapping.
  Place place(const std::string& name) const;

  /// Empty where there is none. Faults: wrong-type, too-long (in bytes).
  std::string text(const std::string& name, std::size_t longest, Faults&) const;
  /// Faults: missing too.
  std::string required_text(const std::string& name, std::size_t longest, Faults&) const;
  /// A list of texts, or one text alone. Faults: wrong-type, too-long.
  std::vector<std::string> texts(const std::string& name, std::size_t longest, Faults&) const;
  /// A whole number. Faults: wrong-type, out-of-range.
  std::optional<int> number(const std::string& name, int minimum, int maximum, Faults&) const;
  /// Faults: wrong-type, duplicate-member.
  std::optional<YamlMap> map(const std::string& name, Faults&) const;

private:
  YamlMap(const YAML::Node& node, std::filesystem::path file) : node_(node), file_(std::move(file)) {}
  static std::optional<YamlMap> of(const YAML::Node&, const std::filesystem::path& file, const std::string& name,
                                   Faults&);

  YAML::Node member(const std::string& name) const;
  Place place_of(const YAML::Node&) const;
  std::string text_of(const YAML::Node&, const std::string& name, std::size_t longest, Faults&) const;

  YAML::Node node_;
  std::filesystem::path file_;
};

} // namespace broadside::publish
