#pragma once

#include "core/error.hpp"
#include "core/json/cursor.hpp"

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

constexpr std::size_t message_count = []() {
  std::size_t count = 0;
#define MESSAGE(enumerator, name, placeholders) ++count;
#include "core/language/messages.def"
  return count;
}();

/// The interface's words in one language: what a file of web/messages holds.
class Messages {
public:
  /// Reads them from JSON. Errors name the member: missing, wrong-type, placeholder-missing.
  static Messages read(const json::Cursor&);
  static tl::expected<Messages, Error> parse(std::string_view json);

  const std::string& operator[](Message message) const { return texts_[static_cast<std::size_t>(message)]; }
  /// The tag of the language that they are in.
  const std::string& language() const { return language_; }
  /// `month` from 1 to 12.
  const std::string& month(int month) const { return months_[static_cast<std::size_t>(month - 1)]; }

private:
  std::string language_;
  std::array<std::string, message_count> texts_;
  std::array<std::string, 12> months_;
};

/// What the language switch says, in the language that it leads to: "Leer en español" for `es` and `es-419`. The tag
/// itself where Broadside has no words in that language.
std::string_view switch_label(std::string_view tag);

} // namespace broadside::language
