#pragma once

#include "core/json/value.hpp"
#include "core/words.hpp"

#include <forward_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadside::json {

enum class Presence { optional, required };

/// The most bytes of a string whose reader names no other limit.
constexpr std::size_t usual_length = 1000;

/// A step on the way from the root of a document to a place in it: the name of a member, or the index of an item.
struct Step {
  const Step* above;
  std::optional<std::string_view> name;
  std::size_t index = 0;
};

/// One reading of one document. Its cursors note the first error here, and the reader looks once, at the end. So the
/// code that reads states what it reads, in order, and nothing else.
struct Reading {
  std::optional<Error> error;
  /// The steps to all places that were looked at. Only an error needs its path as text.
  std::forward_list<Step> steps;
};

/// A place in a document that may or may not hold a value. It knows its path ("translations.en.authors[0]"). The
/// document, the reading, and the names that are looked up must outlive it.
class Cursor {
public:
  Cursor(const Value& root, Reading& reading) : value_(&root), reading_(&reading) {}

  bool exists() const { return value_ != nullptr; }

  /// Returns the member of that name, or a place without a value if there is none. This must be an object, if it
  /// exists.
  Cursor operator[](std::string_view name) const;
  /// Returns all members, in the document's order. Errors: missing, wrong-type.
  std::vector<std::pair<std::string_view, Cursor>> members(Presence) const;
  /// Returns all items. Errors: missing, wrong-type.
  std::vector<Cursor> items(Presence) const;

  /// Returns the text, or an empty one if there is an error. Errors: missing, wrong-type, too-long (in bytes).
  std::string string(Presence, std::size_t longest = usual_length) const;
  /// Returns a whole number. Errors: missing, wrong-type, out-of-range.
  std::optional<int> integer(Presence, int minimum, int maximum) const;
  /// Returns the boolean, or false if there is none. Errors: wrong-type.
  bool boolean() const;

  /// Returns the value of one of these words, or nothing if there is none. Errors: wrong-type, malformed.
  template <typename Value, std::size_t n> std::optional<Value> optional_word(const Words<Value, n>& words) const {
    if (!exists())
      return std::nullopt;
    const auto value = value_of(words, string(Presence::optional));
    if (!value)
      fail("malformed", "must be " + listed(words));
    return value;
  }
  /// Returns the same, but the value of the first word if there is none.
  template <typename Value, std::size_t n> Value word(const Words<Value, n>& words) const {
    return optional_word(words).value_or(words.front().second);
  }

  void fail(std::string_view code, std::string_view message) const;

private:
  Cursor(const Value* value, Reading* reading, const Step& step);
  template <typename T> const T* as(Presence, std::string_view type) const;

  const Value* value_;
  Reading* reading_;
  const Step* step_ = nullptr;
};

} // namespace broadside::json
