// Prints a TypeScript module that is made of the core's tables: the vocabulary against which the loader checks trees,
// or with the argument `rules` the other rules that it shares with the core; or with `names` the names of languages,
// which the loader hands to the core.

#include "core/html/vocabulary.hpp"
#include "core/json/text.hpp"
#include "messages/built_in_names.hpp"
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

// An interface's tree may hold what content's may.
bool has(Vocabulary vocabulary, Vocabulary of_rule) { return vocabulary == of_rule || of_rule == Vocabulary::content; }

struct Names {
  /// They have spaces between.
  std::string list;
  /// True if the list has all of the vocabulary.
  bool all = true;
};

// Returns the names of those of a vocabulary's elements about which the predicate is true.
template <typename Predicate> Names names_of(Vocabulary vocabulary, Predicate is_wanted) {
  Names names;
  for (const ElementRule& element : element_rules())
    if (has(vocabulary, element.vocabulary)) {
      if (is_wanted(element))
        names.list.append(names.list.empty() ? "" : " ").append(element.name);
      else
        names.all = false;
    }
  return names;
}

// Prints a rule for the elements for which it wins over the others of its attribute.
void print_attribute(Vocabulary vocabulary, const AttributeRule& rule) {
  const Names names = names_of(vocabulary, [&](const ElementRule& element) {
    return rule_for(vocabulary, element.name, rule.attribute) == &rule;
  });
  if (!names.list.empty())
    std::cout << "    [" << quoted(names.all ? "*" : names.list) << ", " << quoted(rule.attribute) << ", "
              << rule_of(rule.value) << "],\n";
}

void print_rules(const std::string& name, Vocabulary vocabulary) {
  const auto is_any = [](const ElementRule&) { return true; };
  const auto is_empty = [](const ElementRule& element) { return element.empty; };
  std::cout << "\nexport const " << name << ": Rules = {\n"
            << "  elements: " << quoted(names_of(vocabulary, is_any).list) << ",\n"
            << "  empty: " << quoted(names_of(vocabulary, is_empty).list) << ",\n"
            << "  attributes: [\n";
  for (const AttributeRule& rule : attribute_rules())
    print_attribute(vocabulary, rule);
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

/** One vocabulary. Names of elements are separated by spaces. */
export interface Rules {
  elements: string;
  /** The elements that have no content. */
  empty: string;
  /** The allowed values of an attribute on these elements, or on every element ("*"). No two speak of the same. */
  attributes: readonly (readonly [elements: string, attribute: string, value: Value])[];
  /** The attributes without which an element is refused. */
  required: readonly (readonly [element: string, attribute: string])[];
}
)";

} // namespace

int main(int count, char** arguments) {
  if (count == 2 && arguments[1] == std::string_view("rules")) {
    print_shared_rules(std::cout);
  } else if (count == 2 && arguments[1] == std::string_view("names")) {
    std::cout << broadside::language::built_in_name_tables();
  } else {
    std::cout << head;
    print_rules("contentRules", Vocabulary::content);
    print_rules("interfaceRules", Vocabulary::interface);
  }
  return std::cout.good() ? 0 : 1;
}
