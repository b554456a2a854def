#include "publish/values/notations.hpp"

#include "core/json/tree_builder.hpp"

#include <nlohmann/json.hpp>

namespace broadside::publish {
namespace {

// The events of nlohmann's parser carry no positions, so the text is read through an iterator that counts lines.
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
    // The parser reads one character past a number. If that is a line feed, it still counts to the number's line.
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

// Implements nlohmann's SAX interface.
class Events {
public:
  explicit Events(const Progress& progress) : progress_(progress) {}

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
    tree_.name(name);
    return true;
  }

  template <typename Exception>
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/, const Exception& exception) {
    error_ = exception.what();
    return false;
  }

  Value take() { return tree_.take(); }
  const std::string& error() const { return error_; }

private:
  static constexpr std::size_t deepest = 64;

  template <typename Data> bool add(Data data) {
    tree_.add({std::move(data), progress_.line});
    return true;
  }

  template <typename Data> bool start(Data data) {
    if (tree_.depth() == deepest) {
      error_ = "nested more than " + std::to_string(deepest) + " deep";
      return false;
    }
    tree_.open({std::move(data), progress_.line});
    return true;
  }

  bool end() {
    tree_.close();
    return true;
  }

  const Progress& progress_;
  json::TreeBuilder<Value, Value::List, Value::Map> tree_;
  std::string error_;
};

} // namespace

std::optional<Value> read_json(std::string_view text, const Location& start, Faults& faults) {
  Progress progress{start.line};
  Events events(progress);
  const CountingIterator first(text.data(), progress);
  const CountingIterator last(text.data() + text.size(), progress);
  if (nlohmann::json::sax_parse(first, last, &events))
    return events.take();
  faults.add({start.file, progress.line}, "malformed-json", "is not JSON: " + events.error());
  return std::nullopt;
}

} // namespace broadside::publish
