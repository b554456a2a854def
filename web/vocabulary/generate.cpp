// Prints a TypeScript module that is made of the core's tables: the vocabulary against which the loader checks trees,
// or with the argument `rules` the other rules that it shares with the core.

#include "core/html/vocabulary.hpp"
#include "core/json/text.hpp"
#include "shared_rules.hpp"

#include <iostream>
#include <string>

namespace {

using namespace broadside::html;
using broadside::json::quoted;

// Returns the rule in the form that web/src/tree/vocabulary.ts reads. The loader does not distinguish directions from
// words.
std::string rule_of(const Value& value) {
  switch (value.kind) {
  case Value::Kind::address:
    return "{ kind: 'address' }";
  case Value::Kind::code_language:
    return "{ kind: 'code-language', prefix: " + quoted(value.words) + " }";
  case Value::Kind::flag:
    return "{ kind: 'flag' }";
  case Value::Kind::id:
    return "{ kind: 'id', prefix: " + quoted(value.words) + " }";
  case Value::Kind::ids:
    return "{ kind: 'ids', prefix: " + quoted(value.words) + " }";
  case Value::Kind::language:
    return "{ kind: 'language' }";
  case Value::Kind::number:
    return "{ kind: 'number', minimum: " + std::to_string(value.minimum) +
           ", maximum: " + std::to_string(value.maximum) + " }";
  case Value::Kind::text:
    return "{ kind: 'text' }";
  case Value::Kind::direction:
  case Value::Kind::word:
    return "{ kind: 'word', words: " + quoted(value.words) + " }";
  case Value::Kind::words:
    return "{ kind: 'words', words: " + quoted(value.words) + " }";
  }
  return "";
}

// Returns the names of the elements of one kind, separated by spaces.
template <typename Predicate> std::string names_of(Vocabulary vocabulary, Predicate is_wanted) {
  std::string names;
  for (const ElementRule& element : element_rules())
    if (element.vocabulary == vocabulary && is_wanted(element))
      names.append(names.empty() ? "" : " ").append(element.name);
  return quoted(names);
}

void print_rules(const std::string& name, Vocabulary vocabulary) {
  std::cout << "\nexport const " << name << ": Rules = {\n"
            << "  elements: " << names_of(vocabulary, [](const ElementRule&) { return true; }) << ",\n"
            << "  empty: " << names_of(vocabulary, [](const ElementRule& element) { return element.empty; }) << ",\n"
            << "  attributes: [\n";
  for (const AttributeRule& rule : attribute_rules())
    if (rule.vocabulary == vocabulary)
      std::cout << "    [" << quoted(rule.elements) << ", " << quoted(rule.attribute) << ", " << rule_of(rule.value)
                << "],\n";
  std::cout << "  ],\n  required: [\n";
  for (const Requirement& requirement : requirements())
    if (requirement.vocabulary == vocabulary)
      std::cout << "    [" << quoted(requirement.element) << ", " << quoted(requirement.attribute) << "],\n";
  std::cout << "  ],\n};\n";
}

constexpr std::string_view head = R"(// Made of src/core/html/vocabulary.def by web/vocabulary/generate.cpp.

/** The allowed values of an attribute. The `words` are separated by spaces. */
export type Value =
  | { kind: 'address' | 'flag' | 'language' | 'text' }
  | { kind: 'code-language' | 'id' | 'ids'; prefix: string }
  | { kind: 'number'; minimum: number; maximum: number }
  | { kind: 'word' | 'words'; words: string };

/** One vocabulary, or the additions that another makes to it. Names of elements are separated by spaces. */
export interface Rules {
  elements: string;
  /** The elements that have no content. */
  empty: string;
  /**
   * The allowed values of an attribute on these elements, or on every element ("*"). A later rule takes precedence over
   * an earlier one.
   */
  attributes: readonly (readonly [elements: string, attribute: string, value: Value])[];
  /** The attributes without which an element is refused. */
  required: readonly (readonly [element: string, attribute: string])[];
}
)";

} // namespace

int main(int count, char** arguments) {
  if (count == 2 && arguments[1] == std::string_view("rules")) {
    print_shared_rules(std::cout);
  } else {
    std::cout << head;
    print_rules("contentRules", Vocabulary::content);
    print_rules("interfaceRules", Vocabulary::interface);
  }
  return std::cout.good() ? 0 : 1;
}
