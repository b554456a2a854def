#pragma once

#include "core/json/text.hpp"

#include <optional>

namespace broadside::json {

/// Writes one JSON object, member by member, indented by two spaces a level. The names are our own, so they are written
/// as they are.
class ObjectWriter {
public:
  ObjectWriter(std::string& out, int level) : out_(out), level_(level) { out_ += '{'; }

  /// Writes a member whose value is JSON already.
  void raw(std::string_view name, std::string_view value) {
    start(name);
    out_.append(value);
  }
  void text(std::string_view name, std::string_view value) { raw(name, quoted(value)); }
  /// Writes a member, unless its text is empty.
  void optional_text(std::string_view name, std::string_view value) {
    if (!value.empty())
      text(name, value);
  }
  void number(std::string_view name, std::optional<int> value) {
    if (value)
      raw(name, std::to_string(*value));
  }
  template <typename Members> void object(std::string_view name, Members members) {
    start(name);
    ObjectWriter inner(out_, level_ + 1);
    members(inner);
    inner.finish();
  }
  void finish() {
    if (!empty_)
      new_line(level_);
    out_ += '}';
  }

private:
  void start(std::string_view name) {
    if (!empty_)
      out_ += ',';
    empty_ = false;
    new_line(level_ + 1);
    out_.append(quoted(name)).append(": ");
  }
  void new_line(int level) { out_.append("\n").append(static_cast<std::size_t>(level) * 2, ' '); }

  std::string& out_;
  int level_;
  bool empty_ = true;
};

} // namespace broadside::json
