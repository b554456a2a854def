#include "core/html/vocabulary.hpp"
#include "core/word_list.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace broadside::html;

namespace {

bool has_attribute(std::string_view name) {
  const auto rules = attribute_rules();
  return std::any_of(rules.begin(), rules.end(), [&](const AttributeRule& rule) { return rule.attribute == name; });
}

bool is_element(std::string_view name) {
  const auto rules = element_rules();
  return std::any_of(rules.begin(), rules.end(), [&](const ElementRule& rule) { return rule.name == name; });
}

bool content_has_element(std::string_view name) {
  const auto rules = element_rules();
  return std::any_of(rules.begin(), rules.end(), [&](const ElementRule& rule) {
    return rule.name == name && rule.vocabulary == Vocabulary::content;
  });
}

} // namespace

TEST_CASE("No vocabulary has elements or attributes that navigate, post, position, hide or run") {
  for (const char* name : {"action", "formaction", "target", "style", "onclick", "ping", "download", "popover", "slot",
                           "part", "is", "tabindex", "usemap", "aria-live", "srcset", "srcdoc", "form", "hidden"})
    CHECK_FALSE(has_attribute(name));
}

TEST_CASE("Content has no form, and no part of one except a checkbox") {
  for (const char* name : {"form", "button", "textarea", "select", "label", "script", "style", "iframe", "object",
                           "embed", "svg", "math", "template", "link", "meta", "base"})
    CHECK_FALSE(content_has_element(name));
  CHECK(content_has_element("input"));
}

TEST_CASE("A rule for an element takes precedence over one for every element, and a later one over an earlier") {
  CHECK(rule_for(Vocabulary::content, "code", "class")->value.kind == Value::Kind::code_language);
  CHECK(rule_for(Vocabulary::content, "p", "class")->value.kind == Value::Kind::words);
  CHECK(rule_for(Vocabulary::content, "input", "type")->value.words == "checkbox");
  CHECK(rule_for(Vocabulary::interface, "input", "type")->value.words == "checkbox text");
  CHECK(rule_for(Vocabulary::interface, "a", "role")->value.words == "doc-backlink doc-noteref");
  CHECK(rule_for(Vocabulary::content, "p", "role") == nullptr);
}

TEST_CASE("Every rule is for elements that exist") {
  for (const AttributeRule& rule : attribute_rules()) {
    if (rule.elements == "*")
      continue;
    INFO(rule.elements << " " << rule.attribute);
    CHECK(broadside::every_word(rule.elements, is_element));
  }
}

TEST_CASE("A value is checked by its type") {
  const auto number = Value{Value::Kind::number, {}, 1, 100};
  CHECK(accepts(number, "1"));
  CHECK(accepts(number, "100"));
  for (const char* value : {"", "0", "101", "-1", "+1", " 1", "1.5", "1e1", "99999999999999"})
    CHECK_FALSE(accepts(number, value));

  const auto words = Value{Value::Kind::words, "a bc"};
  CHECK(accepts(words, "a bc"));
  CHECK(accepts(words, "bc"));
  for (const char* value : {"", "b", "a  bc", "a x", "a\nbc"})
    CHECK_FALSE(accepts(words, value));

  const auto id = Value{Value::Kind::id, "article-"};
  CHECK(accepts(id, "article-é"));
  for (const char* value : {"", "article-", "article- a", "name", "Article-a"})
    CHECK_FALSE(accepts(id, value));
}

TEST_CASE("No text is an address, since only class Url makes addresses") {
  CHECK_FALSE(accepts(Value{Value::Kind::address}, "https://example.com/"));
}
