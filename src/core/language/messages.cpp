#include "core/language/messages.hpp"

#include "core/lines.hpp"
#include "core/word_list.hpp"

namespace broadside::language {
namespace {

// A line for each message: its name, and the placeholders that it must hold.
#define MESSAGE(enumerator, name, placeholders) name " " placeholders "\n"
constexpr std::string_view message_rules =
#include "core/language/messages.def"
    ;

#define COUNTED(enumerator, name, placeholders) name " " placeholders "\n"
constexpr std::string_view counted_rules =
#include "core/language/messages.def"
    ;

std::string read_text(const json::Cursor& member, std::string_view placeholders) {
  std::string text = member.string(json::Presence::required);
  require_placeholders(member, text, placeholders);
  return text;
}

void refuse_other_categories(const json::Cursor& member, std::string_view language) {
  for (const auto& [name, text] : member.members(json::Presence::required)) {
    const auto category = value_of(plural_words, name);
    if (!category || !has_plural(language, *category))
      text.fail("unknown-category", "is no plural category of whole numbers in this language");
  }
}

using Cases = std::array<std::string, plural_words.size()>;

// The cases must be exactly the language's categories, since otherwise some number would have no text.
Cases read_cases(const json::Cursor& member, std::string_view language, std::string_view placeholders) {
  refuse_other_categories(member, language);
  Cases cases;
  for (const auto& [name, category] : plural_words)
    if (member.exists() && has_plural(language, category))
      cases[static_cast<std::size_t>(category)] =
          read_text(member[name], is_of_one_number(language, category) ? "" : placeholders);
  return cases;
}

} // namespace

Messages Messages::read(const json::Cursor& root) {
  Messages messages;
  messages.language_ = root["language"].string(json::Presence::required);
  std::string_view rules = message_rules;
  for (std::string& text : messages.texts_) {
    auto placeholders = take_line(rules);
    const auto name = take_word(placeholders);
    text = read_text(root[name], placeholders);
  }
  rules = counted_rules;
  for (Cases& cases : messages.counted_) {
    auto placeholders = take_line(rules);
    const auto name = take_word(placeholders);
    cases = read_cases(root[name], messages.language_, placeholders);
  }
  messages.formats_ = Formats::read(root["cldr"]);
  return messages;
}

tl::expected<Messages, Error> Messages::parse(std::string_view text) {
  const auto value = json::parse(text);
  if (!value)
    return tl::unexpected(value.error());
  json::Reading reading;
  Messages messages = read(json::Cursor(*value, reading));
  if (reading.error)
    return tl::unexpected(*reading.error);
  return messages;
}

std::string_view Messages::operator[](Message message) const { return texts_[static_cast<std::size_t>(message)]; }

std::string_view Messages::counted(CountedMessage message, std::uint32_t count) const {
  const auto category = plural_category(language_, count);
  return counted_[static_cast<std::size_t>(message)][static_cast<std::size_t>(category)];
}

} // namespace broadside::language
