#pragma once

#include "core/words.hpp"
#include "publish/faults/faults.hpp"
#include "publish/values/value.hpp"

#include <optional>
#include <string>
#include <vector>

namespace broadside::publish {

/// The members of a mapping in a publisher's file, in whatever notation. Its values are texts on one line, as they are
/// written: the language `no` is "no", and a date is a text. A member without a value counts as missing; members that
/// are not read are ignored.
class Fields {
public:
  /// Reads a document that must be a mapping or empty. Faults: wrong-type, duplicate-member.
  static std::optional<Fields> of(const Value& document, const std::filesystem::path& file, Faults&);

  /// Returns the names of all members, each with the location of its value.
  std::vector<std::pair<std::string, Location>> names() const;
  bool has(const std::string& name) const;
  /// Returns the path from the document's root to the member: "lead.src".
  std::string path(const std::string& name) const;
  /// Returns the location of the member's value, or that of the mapping if there is no such member.
  Location location(const std::string& name) const;

  /// Returns the member's text, or an empty one if it has no value. `longest` is in bytes. Faults: wrong-type,
  /// too-long.
  std::string text(const std::string& name, std::size_t longest, Faults&) const;
  /// Returns the member's text. Faults: those of text(), and missing.
  std::string required_text(const std::string& name, std::size_t longest, Faults&) const;
  /// Returns a list of texts; the member may also be a single text. Faults: wrong-type, too-long.
  std::vector<std::string> texts(const std::string& name, std::size_t longest, Faults&) const;
  /// Returns a whole number. Faults: wrong-type, out-of-range.
  std::optional<int> number(const std::string& name, int minimum, int maximum, Faults&) const;
  /// Returns the value of the word that the member holds, or nullopt if it has no value. Faults: wrong-type, malformed.
  template <typename Word, std::size_t n>
  std::optional<Word> word(const std::string& name, const Words<Word, n>& words, Faults& faults) const {
    const std::string text = this->text(name, std::string::npos, faults);
    const auto value = value_of(words, text);
    if (!value && !text.empty())
      faults.add(location(name), "malformed", path(name) + ": must be " + listed(words) + ", not \"" + text + "\"");
    return value;
  }
  /// Returns the member's mapping. Faults: wrong-type, duplicate-member.
  std::optional<Fields> map(const std::string& name, Faults&) const;

private:
  Fields(Value::Map members, Location location, std::string path)
      : members_(std::move(members)), location_(std::move(location)), path_(std::move(path)) {}
  static std::optional<Fields> of(const Value&, const std::filesystem::path& file, std::string path, Faults&);

  const Value* member(const std::string& name) const;
  std::string text_of(const Value&, const std::string& path, std::size_t longest, Faults&) const;

  Value::Map members_;
  Location location_;
  std::string path_;
};

} // namespace broadside::publish
