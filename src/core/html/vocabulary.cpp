#include "core/html/vocabulary.hpp"

#include "core/ascii.hpp"
#include "core/html/link_relation.hpp"
#include "core/language_tag.hpp"
#include "core/word_list.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace broadside::html {
namespace {

constexpr Value address() { return {Value::Kind::address}; }
constexpr Value code_language() { return {Value::Kind::code_language, "language-"}; }
constexpr Value direction() { return {Value::Kind::direction, "auto ltr rtl"}; }
constexpr Value flag() { return {Value::Kind::flag}; }
constexpr Value id(std::string_view prefix) { return {Value::Kind::id, prefix}; }
constexpr Value ids(std::string_view prefix) { return {Value::Kind::ids, prefix}; }
constexpr Value language() { return {Value::Kind::language}; }
constexpr Value number(int minimum, int maximum) { return {Value::Kind::number, {}, minimum, maximum}; }
constexpr Value text() { return {Value::Kind::text}; }
constexpr Value word(std::string_view words) { return {Value::Kind::word, words}; }
constexpr Value words(std::string_view words) { return {Value::Kind::words, words}; }

enum class Kind : std::uint8_t { container, empty };

constexpr std::array elements = {
#define ELEMENT(name, vocabulary, kind, model) ElementRule{#name, Vocabulary::vocabulary, Kind::kind == Kind::empty},
#include "core/html/vocabulary.def"
};

constexpr std::string_view text_attributes[] = {
#define TEXT_ATTRIBUTE(enumerator, name) name,
#include "core/html/vocabulary.def"
};

constexpr std::string_view url_attributes[] = {
#define URL_ATTRIBUTE(enumerator, name) name,
#include "core/html/vocabulary.def"
};

// The attributes' names by their enumerators, by which the rules refer to them.
namespace names {
#define TEXT_ATTRIBUTE(enumerator, name) constexpr std::string_view enumerator = name;
#define URL_ATTRIBUTE(enumerator, name) constexpr std::string_view enumerator = name;
#include "core/html/vocabulary.def"
} // namespace names

constexpr std::array attributes = {
#define ALLOW(elements, attribute, vocabulary, value)                                                                  \
  AttributeRule{elements, names::attribute, Vocabulary::vocabulary, value},
#include "core/html/vocabulary.def"
};

constexpr std::array needed = {
#define NEEDS(element, attribute, vocabulary) Requirement{element, names::attribute, Vocabulary::vocabulary},
#include "core/html/vocabulary.def"
};

// The rules that are about each text attribute.
constexpr auto is_about = [] {
  std::array<std::array<bool, attributes.size()>, std::size(text_attributes)> table{};
  for (std::size_t attribute = 0; attribute < table.size(); ++attribute)
    for (std::size_t rule = 0; rule < attributes.size(); ++rule)
      table[attribute][rule] = attributes[rule].attribute == text_attributes[attribute];
  return table;
}();

bool is_prefixed(std::string_view prefix, std::string_view value) {
  return value.starts_with(prefix) && value.size() > prefix.size() &&
         std::none_of(value.begin(), value.end(), is_space);
}

bool is_number(std::string_view value, int minimum, int maximum) {
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end == value.data() + value.size() && value.front() != '-' && number >= minimum &&
         number <= maximum;
}

} // namespace

std::span<const ElementRule> element_rules() { return elements; }
std::span<const AttributeRule> attribute_rules() { return attributes; }
std::span<const Requirement> requirements() { return needed; }

std::string_view name(Element element) { return elements[static_cast<std::size_t>(element)].name; }
std::string_view name(TextAttribute attribute) { return text_attributes[static_cast<std::size_t>(attribute)]; }
std::string_view name(UrlAttribute attribute) { return url_attributes[static_cast<std::size_t>(attribute)]; }
bool is_empty(Element element) { return elements[static_cast<std::size_t>(element)].empty; }

bool accepts(const Value& type, std::string_view value) {
  switch (type.kind) {
  case Value::Kind::address:
    return false;
  case Value::Kind::code_language:
  case Value::Kind::id:
    return is_prefixed(type.words, value);
  case Value::Kind::direction:
  case Value::Kind::word:
    return is_listed(type.words, value);
  case Value::Kind::flag:
    return value.empty();
  case Value::Kind::ids:
    return !value.empty() && every_word(value, [&](std::string_view word) { return is_prefixed(type.words, word); });
  case Value::Kind::language:
    return language::well_formed(value);
  case Value::Kind::number:
    return is_number(value, type.minimum, type.maximum);
  case Value::Kind::text:
    return true;
  case Value::Kind::words:
    return !value.empty() && every_word(value, [&](std::string_view word) { return is_listed(type.words, word); });
  }
  return false;
}

bool accepts(TextAttribute attribute, std::string_view value) {
  const auto& is_about_it = is_about[static_cast<std::size_t>(attribute)];
  for (std::size_t rule = 0; rule < attributes.size(); ++rule)
    if (is_about_it[rule] && accepts(attributes[rule].value, value))
      return true;
  return false;
}

const AttributeRule* rule_for(Vocabulary vocabulary, std::string_view element, std::string_view attribute) {
  const AttributeRule* everywhere = nullptr;
  const AttributeRule* own = nullptr;
  for (const AttributeRule& rule : attributes) {
    if (rule.attribute != attribute || (rule.vocabulary == Vocabulary::interface && vocabulary == Vocabulary::content))
      continue;
    if (rule.elements == "*")
      everywhere = &rule;
    else if (is_listed(rule.elements, element))
      own = &rule;
  }
  return own == nullptr ? everywhere : own;
}

bool content_accepts(Element element, TextAttribute attribute, std::string_view value) {
  const AttributeRule* const rule = rule_for(Vocabulary::content, name(element), name(attribute));
  return rule != nullptr && accepts(rule->value, value);
}

std::optional<Element> content_element(std::string_view name) {
  const auto found = std::find_if(elements.begin(), elements.end(), [&](const ElementRule& rule) {
    return rule.vocabulary == Vocabulary::content && rule.name == name;
  });
  if (found == elements.end())
    return std::nullopt;
  return static_cast<Element>(found - elements.begin());
}

std::optional<TextAttribute> text_attribute(std::string_view name) {
  const auto* const found = std::find(std::begin(text_attributes), std::end(text_attributes), name);
  if (found == std::end(text_attributes))
    return std::nullopt;
  return static_cast<TextAttribute>(found - std::begin(text_attributes));
}

} // namespace broadside::html
