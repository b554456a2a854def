#include "core/json/value.hpp"

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
  std::sort(names.begin(), names.end());
  const auto found = std::adjacent_find(names.begin(), names.end());
  if (found == names.end())
    return false;
  duplicate = *found;
  return true;
}

// nlohmann's SAX interface: each event puts a value where the innermost open array or object wants it.
class Builder {
public:
  explicit Builder(const Limits& limits) : limits_(limits) {}

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
    if (!skipping() && has_duplicate(std::get<Value::Object>(open_.back()->data), duplicate))
      return fail({"duplicate-member", duplicate, "the member \"" + duplicate + "\" stands there twice"});
    return end();
  }
  bool end_array() { return end(); }

  bool key(std::string& name) {
    if (skipping())
      return true;
    skip_next_ = !limits_.skipped.empty() && name == limits_.skipped;
    if (!skip_next_)
      std::get<Value::Object>(open_.back()->data).push_back({std::move(name), Value{}});
    return true;
  }

  template <typename Exception>
  bool parse_error(std::size_t position, const std::string& /*token*/, const Exception& exception) {
    return fail({"malformed", "byte " + std::to_string(position), exception.what()});
  }

  Value take() { return std::move(root_); }
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
    place(std::move(value));
    return true;
  }

  Value& place(Value value) {
    if (open_.empty())
      return root_ = std::move(value);
    if (auto* array = std::get_if<Value::Array>(&open_.back()->data))
      return array->emplace_back(std::move(value));
    return std::get<Value::Object>(open_.back()->data).back().value = std::move(value);
  }

  bool start(Value value) {
    if (skipping()) {
      skip_next_ = false;
      ++skip_depth_;
      return true;
    }
    if (open_.size() == limits_.depth)
      return fail({"too-deep", "", "nested more than " + std::to_string(limits_.depth) + " deep"});
    if (++count_ > limits_.values)
      return fail({"too-many-values", "", "more than " + std::to_string(limits_.values) + " values"});
    open_.push_back(&place(std::move(value)));
    return true;
  }

  bool end() {
    if (skip_depth_ > 0)
      --skip_depth_;
    else
      open_.pop_back();
    return true;
  }

  const Limits& limits_;
  Value root_;
  // The innermost is last. An array or object grows only while it is the innermost, so these stay where they point.
  std::vector<Value*> open_;
  std::size_t count_ = 0;
  bool skip_next_ = false;
  std::size_t skip_depth_ = 0;
  std::optional<Error> error_;
};

} // namespace

tl::expected<Value, Error> parse(std::string_view text, const Limits& limits) {
  if (text.size() > limits.bytes)
    return tl::unexpected(Error{"too-large", "", "more than " + std::to_string(limits.bytes) + " bytes"});
  Builder builder(limits);
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder))
    return tl::unexpected(builder.error().value_or(Error{"malformed", "", "not JSON"}));
  return builder.take();
}

} // namespace broadside::json
