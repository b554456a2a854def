#pragma once

#include "core/error.hpp"
#include "core/json/cursor.hpp"
#include "core/language/formats.hpp"
#include "core/language/plural.hpp"

#include <tl/expected.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace broadside::language {

/// The interface's words by their names; see messages.def.
enum class Message : std::uint8_t {
#define MESSAGE(enumerator, name, placeholders) enumerator,
#include "core/language/messages.def"
};

/// The messages that say how many there are of something.
enum class CountedMessage : std::uint8_t {
#define COUNTED(enumerator, name, placeholders) enumerator,
#include "core/language/messages.def"
};

constexpr std::size_t message_count = []() {
  std::size_t count = 0;
#define MESSAGE(enumerator, name, placeholders) ++count;
#include "core/language/messages.def"
  return count;
}();

constexpr std::size_t counted_message_count = []() {
  std::size_t count = 0;
#define COUNTED(enumerator, name, placeholders) ++count;
#include "core/language/messages.def"
  return count;
}();

/// The interface's words in one language: the content of a file of web/messages.
class Messages {
public:
  /// Reads them from JSON. Errors name the member: missing, wrong-type, placeholder-missing, unknown-category, and
  /// those of Formats.
  static Messages read(const json::Cursor&);
  static tl::expected<Messages, Error> parse(std::string_view json);

  std::string_view operator[](Message) const;
  /// Returns the text for so many, with its placeholder {count}, unless the words spell the number out.
  std::string_view counted(CountedMessage, std::uint32_t count) const;
  /// Returns the tag of the language of the words.
  const std::string& language() const { return language_; }
  const Formats& formats() const { return formats_; }

private:
  std::string language_;
  std::array<std::string, message_count> texts_;
  /// The text is empty for categories that the language does not have.
  std::array<std::array<std::string, plural_words.size()>, counted_message_count> counted_;
  Formats formats_;
};

} // namespace broadside::language
