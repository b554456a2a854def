#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace broadside::json {

/// Builds a tree of the values that nlohmann's SAX parser finds in JSON, one after the other: each value goes into the
/// innermost open array or object. `Value` has a variant `data` of arrays, objects and other types. An Array is a
/// vector of values, and an Object a vector of members with a name and a value.
template <typename Value, typename Array, typename Object> class TreeBuilder {
public:
  /// Returns how many arrays and objects are open.
  std::size_t depth() const { return open_.size(); }
  /// Returns the innermost open object. There must be one.
  const Object& object() const { return std::get<Object>(open_.back()->data); }

  void name(std::string& name) { std::get<Object>(open_.back()->data).push_back({std::move(name), Value{}}); }
  Value& add(Value value) {
    if (open_.empty())
      return root_ = std::move(value);
    if (auto* array = std::get_if<Array>(&open_.back()->data))
      return array->emplace_back(std::move(value));
    return std::get<Object>(open_.back()->data).back().value = std::move(value);
  }
  void open(Value value) { open_.push_back(&add(std::move(value))); }
  void close() { open_.pop_back(); }

  Value take() { return std::move(root_); }

private:
  Value root_;
  // The innermost is last. An array or object grows only while it is the innermost, so these pointers stay valid.
  std::vector<Value*> open_;
};

} // namespace broadside::json
