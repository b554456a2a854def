#include "core/language/messages.hpp"

namespace broadside::language {
namespace {

struct Rule {
  std::string_view name;
  std::string_view placeholders;
};

constexpr std::array<Rule, message_count> rules = {{
#define MESSAGE(enumerator, name, placeholders) {name, placeholders},
#include "core/language/messages.def"
}};

void require_placeholders(const json::Cursor& member, const std::string& text, std::string_view placeholders) {
  while (!placeholders.empty()) {
    const auto end = std::min(placeholders.find(' '), placeholders.size());
    const std::string placeholder = "{" + std::string(placeholders.substr(0, end)) + "}";
    if (text.find(placeholder) == std::string::npos)
      member.fail("placeholder-missing", "must hold " + placeholder);
    placeholders.remove_prefix(std::min(end + 1, placeholders.size()));
  }
}

} // namespace

Messages Messages::read(const json::Cursor& root) {
  Messages messages;
  messages.language_ = root["language"].string(json::Presence::required);
  for (std::size_t i = 0; i < message_count; ++i) {
    const json::Cursor member = root[rules[i].name];
    messages.texts_[i] = member.string(json::Presence::required);
    if (member.exists())
      require_placeholders(member, messages.texts_[i], rules[i].placeholders);
  }
  const auto months = root["months"].items(json::Presence::required);
  if (months.size() != messages.months_.size())
    root["months"].fail("wrong-length", "must hold 12 names");
  for (std::size_t i = 0; i < std::min(months.size(), messages.months_.size()); ++i)
    messages.months_[i] = months[i].string(json::Presence::required);
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

} // namespace broadside::language
