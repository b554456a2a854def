#pragma once

#include "core/words.hpp"
#include "publish/faults/faults.hpp"
#include "publish/values/value.hpp"

#include <optional>
#include <string>
#include <vector>

namespace broadside::publish {

/// The members of a mapping in a publisher's file, whatever it is written in. Its values are texts on one line, as they
/// are written: the language `no` is "no", and a date is a text. A member without a value is as good as none; members
/// that nobody asks for are ignored.
class Fields {
public:
  /// Of a document that must be a mapping, or hold nothing at all. Faults: wrong-type, duplicate-member.
  static std::optional<Fields> of(const Value& document, const std::filesystem::path& file, Faults&);

  /// All of its members, each with where its value stands.
  std::vector<std::pair<std::string, Place>> names() const;
  bool has(const std::string& name) const;
  /// Returns the way to the member from the document's root: "lead.src".
  std::string path(const std::string& name) const;
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
  /// The value of one of these words; nothing where there is none. Faults: wrong-type, malformed.
  template <typename Word, std::size_t n>
  std::optional<Word> word(const std::string& name, const Words<Word, n>& words, Faults& faults) const {
    const std::string text = this->text(name, std::string::npos, faults);
    const auto value = value_of(words, text);
    if (!value && !text.empty())
      faults.add(place(name), "malformed", path(name) + ": must be " + listed(words) + ", not \"" + text + "\"");
    return value;
  }
  /// Faults: wrong-type, duplicate-member.
  std::optional<Fields> map(const std::string& name, Faults&) const;

private:
  Fields(Value::Map members, Place place, std::string path)
      : members_(std::move(members)), place_(std::move(place)), path_(std::move(path)) {}
  static std::optional<Fields> of(const Value&, const std::filesystem::path& file, std::string path, Faults&);

  const Value* member(const std::string& name) const;
  std::string text_of(const Value&, const std::string& path, std::size_t longest, Faults&) const;

  Value::Map members_;
  Place place_;
  std::string path_;
};

} // namespace broadside::publish
