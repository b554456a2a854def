#include "core/language/messages.hpp"

namespace broadside::language {
namespace {

struct MessageRule {
  std::string_view name;
  std::string_view placeholders;
};

constexpr std::array<MessageRule, message_count> message_rules = {{
#define MESSAGE(enumerator, name, placeholders) {name, placeholders},
#include "core/language/messages.def"
}};

constexpr std::array<MessageRule, counted_message_count> counted_rules = {{
#define COUNTED(enumerator, name, placeholders) {name, placeholders},
#include "core/language/messages.def"
}};

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
  for (std::size_t i = 0; i < message_count; ++i)
    messages.texts_[i] = read_text(root[message_rules[i].name], message_rules[i].placeholders);
  for (std::size_t i = 0; i < counted_message_count; ++i)
    messages.counted_[i] = read_cases(root[counted_rules[i].name], messages.language_, counted_rules[i].placeholders);
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

const std::string& Messages::counted(CountedMessage message, std::uint32_t count) const {
  const auto category = plural_category(language_, count);
  return counted_[static_cast<std::size_t>(message)][static_cast<std::size_t>(category)];
}

} // namespace broadside::language
