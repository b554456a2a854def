#include "core/json/tree_builder.hpp"
#include "core/json/value.hpp"
#include "core/sort.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace broadside::json {
namespace {

bool has_duplicate(const Value::Object& object, std::string& duplicate) {
  std::vector<std::string_view> names;
  names.reserve(object.size());
  for (const auto& [name, value] : object)
    names.push_back(name);
  sort<[](std::string_view one, std::string_view other) { return one < other; }>(names);
  const auto found = std::adjacent_find(names.begin(), names.end());
  if (found == names.end())
    return false;
  duplicate = *found;
  return true;
}

// nlohmann's SAX interface.
class Events {
public:
  explicit Events(const Limits& limits) : limits_(limits) {}

  bool null() { return add({Value::Null{}}); }
  bool boolean(bool value) { return add({value}); }
  bool number_integer(nlohmann::json::number_integer_t value) { return add({static_cast<double>(value)}); }
  bool number_unsigned(nlohmann::json::number_unsigned_t value) { return add({static_cast<double>(value)}); }
  bool number_float(double value, const std::string& /*text*/) { return add({value}); }
  bool string(std::string& value) { return skipping() || add({std::move(value)}); }
  bool binary(nlohmann::json::binary_t& /*value*/) { return false; }

  bool start_object(std::size_t /*size*/) { return start({Value::Object{}}); }
  bool start_array(std::size_t /*size*/) { return start({Value::Array{}}); }
  bool end_object() {
    std::string duplicate;
    if (!skipping() && has_duplicate(tree_.object(), duplicate))
      return fail({"duplicate-member", duplicate, "the member \"" + duplicate + "\" stands there twice"});
    return end();
  }
  bool end_array() { return end(); }

  bool key(std::string& name) {
    if (skipping())
      return true;
    skip_next_ = !limits_.skipped.empty() && name == limits_.skipped;
    if (!skip_next_)
      tree_.name(name);
    return true;
  }

  template <typename Exception>
  bool parse_error(std::size_t position, const std::string& /*token*/, const Exception& exception) {
    return fail({"malformed", "byte " + std::to_string(position), exception.what()});
  }

  Value take() { return tree_.take(); }
  std::optional<Error>& error() { return error_; }

private:
  bool skipping() const { return skip_next_ || skip_depth_ > 0; }

  bool fail(Error error) {
    error_ = std::move(error);
    return false;
  }

  bool add(Value value) {
    if (skipping()) {
      skip_next_ = false;
      return true;
    }
    if (++count_ > limits_.values)
      return fail({"too-many-values", "", "more than " + std::to_string(limits_.values) + " values"});
    tree_.add(std::move(value));
    return true;
  }

  bool start(Value value) {
    if (skipping()) {
      skip_next_ = false;
      ++skip_depth_;
      return true;
    }
    if (tree_.depth() == limits_.depth)
      return fail({"too-deep", "", "nested more than " + std::to_string(limits_.depth) + " deep"});
    if (++count_ > limits_.values)
      return fail({"too-many-values", "", "more than " + std::to_string(limits_.values) + " values"});
    tree_.open(std::move(value));
    return true;
  }

  bool end() {
    if (skip_depth_ > 0)
      --skip_depth_;
    else
      tree_.close();
    return true;
  }

  const Limits& limits_;
  TreeBuilder<Value, Value::Array, Value::Object> tree_;
  std::size_t count_ = 0;
  bool skip_next_ = false;
  std::size_t skip_depth_ = 0;
  std::optional<Error> error_;
};

} // namespace

tl::expected<Value, Error> parse(std::string_view text, const Limits& limits) {
  if (text.size() > limits.bytes)
    return tl::unexpected(Error{"too-large", "", "more than " + std::to_string(limits.bytes) + " bytes"});
  Events events(limits);
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &events))
    return tl::unexpected(events.error().value_or(Error{"malformed", "", "not JSON"}));
  return events.take();
}

} // namespace broadside::json
