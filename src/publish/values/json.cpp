#include "publish/values/notations.hpp"

#include <nlohmann/json.hpp>

namespace broadside::publish {
namespace {

// nlohmann's events come without places, so its text is given by an iterator that counts the lines it has read.
struct Progress {
  int line;
  char last = '\0';
};

class CountingIterator {
public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, Progress& progress) : at_(at), progress_(&progress) {}

  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    // A line feed that was read to see where a number ends is still on the number's line.
    progress_->line += progress_->last == '\n' ? 1 : 0;
    progress_->last = *at_++;
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

private:
  const char* at_;
  Progress* progress_;
};

// nlohmann's SAX interface: each event puts a value where the innermost open list or mapping wants it.
class Builder {
public:
  explicit Builder(const Progress& progress) : progress_(progress) {}

  bool null() { return add(Value::None()); }
  bool boolean(bool value) { return add(value ? "true" : "false"); }
  bool number_integer(nlohmann::json::number_integer_t value) { return add(std::to_string(value)); }
  bool number_unsigned(nlohmann::json::number_unsigned_t value) { return add(std::to_string(value)); }
  bool number_float(double /*value*/, const std::string& text) { return add(text); }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(nlohmann::json::binary_t& /*value*/) { return false; }

  bool start_object(std::size_t /*size*/) { return start(Value::Map()); }
  bool start_array(std::size_t /*size*/) { return start(Value::List()); }
  bool end_object() { return end(); }
  bool end_array() { return end(); }
  bool key(std::string& name) {
    std::get<Value::Map>(open_.back()->data).push_back({std::move(name), {}});
    return true;
  }

  template <typename Exception>
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/, const Exception& exception) {
    error_ = exception.what();
    return false;
  }

  Value take() { return std::move(root_); }
  const std::string& error() const { return error_; }

private:
  static constexpr std::size_t deepest = 64;

  template <typename Data> bool add(Data data) {
    place({std::move(data), progress_.line});
    return true;
  }

  Value& place(Value value) {
    if (open_.empty())
      return root_ = std::move(value);
    if (auto* list = std::get_if<Value::List>(&open_.back()->data))
      return list->emplace_back(std::move(value));
    return std::get<Value::Map>(open_.back()->data).back().value = std::move(value);
  }

  template <typename Data> bool start(Data data) {
    if (open_.size() == deepest) {
      error_ = "nested more than " + std::to_string(deepest) + " deep";
      return false;
    }
    open_.push_back(&place({std::move(data), progress_.line}));
    return true;
  }

  bool end() {
    open_.pop_back();
    return true;
  }

  const Progress& progress_;
  Value root_;
  // The innermost is last. A list or mapping grows only while it is the innermost, so these stay where they point.
  std::vector<Value*> open_;
  std::string error_;
};

} // namespace

std::optional<Value> read_json(std::string_view text, const Place& start, Faults& faults) {
  Progress progress{start.line};
  Builder builder(progress);
  const CountingIterator first(text.data(), progress);
  const CountingIterator last(text.data() + text.size(), progress);
  if (nlohmann::json::sax_parse(first, last, &builder))
    return builder.take();
  faults.add({start.file, progress.line}, "malformed-json", "is not JSON: " + builder.error());
  return std::nullopt;
}

} // namespace broadside::publish
