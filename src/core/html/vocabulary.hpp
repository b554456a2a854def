#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace broadside::html {

enum class Vocabulary : std::uint8_t { content, interface };

// This header makes types of the names that vocabulary.def lists.
enum class Element : std::uint8_t {
#define ELEMENT(name, vocabulary, kind, model) name,
#include "core/html/vocabulary.def"
};

enum class TextAttribute : std::uint8_t {
#define TEXT_ATTRIBUTE(enumerator, name) enumerator,
#include "core/html/vocabulary.def"
};

enum class UrlAttribute : std::uint8_t {
#define URL_ATTRIBUTE(enumerator, name) enumerator,
#include "core/html/vocabulary.def"
};

/// The width in CSS pixels, which is also the limit of the height.
constexpr int widest_picture = 20000;

/// The types that an attribute's value can have.
struct Value {
  enum class Kind : std::uint8_t {
    address,       // http, https, mailto, tel or relative (class Url)
    code_language, // "language-" and the info string's first word
    direction,     // ltr, rtl, auto
    flag,          // the empty string; only its presence counts
    id,            // the prefix, followed by anything without white space
    ids,           // some ids, separated by spaces
    language,      // a well-formed BCP 47 tag
    number,        // decimal digits, from minimum to maximum
    text,          // anything
    word,          // one of these words
    words,         // some of these words, separated by spaces
  };
  Kind kind;
  /// The allowed words, or the ids' prefix.
  std::string_view words = {};
  int minimum = 0;
  int maximum = 0;
};

/// Returns whether a value is of the type. Class Url judges addresses, so for them this returns false.
bool accepts(const Value& type, std::string_view value);

struct ElementRule {
  std::string_view name;
  Vocabulary vocabulary;
  bool empty;
};

struct AttributeRule {
  /// The names of elements, separated by spaces, or "*" for every element.
  std::string_view elements;
  std::string_view attribute;
  Vocabulary vocabulary;
  Value value;
};

/// An attribute without which an element is refused.
struct Requirement {
  std::string_view element;
  std::string_view attribute;
  Vocabulary vocabulary;
};

std::span<const ElementRule> element_rules();
std::span<const AttributeRule> attribute_rules();
std::span<const Requirement> requirements();

/// Returns the rule for an attribute of an element, or nullptr where the element may not have it. A rule that names the
/// element wins over one for every element, and then a later line of vocabulary.def over an earlier one. The interface
/// is content and more, so the rules of both are its own.
const AttributeRule* rule_for(Vocabulary, std::string_view element, std::string_view attribute);

std::string_view name(Element);
std::string_view name(TextAttribute);
std::string_view name(UrlAttribute);
/// Returns whether the element is one of HTML's void elements, without content and end tag.
bool is_empty(Element);
/// Returns whether the attribute may have this value on some element in some vocabulary.
bool accepts(TextAttribute, std::string_view value);
/// Returns whether the attribute may have this value on this element in content.
bool content_accepts(Element, TextAttribute, std::string_view value);

/// Returns the element of the content vocabulary with this name, in lower case.
std::optional<Element> content_element(std::string_view name);
/// Returns the attribute with this name, in lower case.
std::optional<TextAttribute> text_attribute(std::string_view name);

} // namespace broadside::html
