// Prints the vocabulary that the loader checks trees against, as a TypeScript module made of the core's tables.

#include "core/html/vocabulary.hpp"
#include "core/json/text.hpp"

#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace broadside::html;
using broadside::json::quoted;

using Attributes = std::map<std::string_view, Value>;

std::vector<std::string> words_of(std::string_view list) {
  std::istringstream stream{std::string(list)};
  return {std::istream_iterator<std::string>(stream), {}};
}

bool names(std::string_view elements, std::string_view element) {
  for (const std::string& name : words_of(elements))
    if (name == element)
      return true;
  return false;
}

// The interface is content and more, so what it says comes after what content says.
bool is_in(Vocabulary rule, Vocabulary asked) { return rule == Vocabulary::content || asked == Vocabulary::interface; }

// The attributes that the rules for exactly this element, or for "*", give it.
Attributes attributes_of(std::string_view element, Vocabulary vocabulary) {
  Attributes attributes;
  for (const AttributeRule& rule : attribute_rules())
    if (is_in(rule.vocabulary, vocabulary) && names(rule.elements, element))
      attributes[rule.attribute] = rule.value;
  return attributes;
}

std::string required_of(std::string_view element, Vocabulary vocabulary) {
  std::string items;
  for (const Requirement& requirement : requirements())
    if (requirement.vocabulary == vocabulary && requirement.element == element)
      items += (items.empty() ? "" : ", ") + quoted(requirement.attribute);
  return "[" + items + "]";
}

std::string set_of(std::string_view words) {
  std::string items;
  for (const std::string& word : words_of(words))
    items += (items.empty() ? "" : ", ") + quoted(word);
  return "new Set([" + items + "])";
}

std::string rule_of(const Value& value) {
  switch (value.kind) {
  case Value::Kind::address:
    return "{ kind: 'address' }";
  case Value::Kind::code_language:
    return "{ kind: 'code-language', prefix: " + quoted(value.words) + " }";
  case Value::Kind::direction:
    return "{ kind: 'word', words: " + set_of(value.words) + " }";
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
  case Value::Kind::word:
    return "{ kind: 'word', words: " + set_of(value.words) + " }";
  case Value::Kind::words:
    return "{ kind: 'words', words: " + set_of(value.words) + " }";
  }
  return "";
}

void print_attributes(const Attributes& attributes) {
  for (const auto& [name, value] : attributes)
    std::cout << "    [" << quoted(name) << ", " << rule_of(value) << "],\n";
}

void print_vocabulary(const std::string& name, Vocabulary vocabulary) {
  std::cout << "\nconst " << name << "Everywhere: readonly [string, ValueRule][] = [\n";
  print_attributes(attributes_of("*", vocabulary));
  std::cout << "];\n\nexport const " << name << "Vocabulary: Vocabulary = new Map<string, ElementRule>([\n";
  for (const ElementRule& element : element_rules()) {
    if (!is_in(element.vocabulary, vocabulary))
      continue;
    std::cout << "  [" << quoted(element.name) << ", { empty: " << (element.empty ? "true" : "false")
              << ", required: " << required_of(element.name, vocabulary)
              << ", attributes: new Map<string, ValueRule>([\n    ..." << name << "Everywhere,\n";
    print_attributes(attributes_of(element.name, vocabulary));
    std::cout << "  ]) }],\n";
  }
  std::cout << "]);\n";
}

constexpr std::string_view head = R"(// Made of src/core/html/vocabulary.def by web/vocabulary/generate.cpp.

export type ValueRule =
  | { kind: 'address' }
  | { kind: 'code-language'; prefix: string }
  | { kind: 'flag' }
  | { kind: 'id'; prefix: string }
  | { kind: 'ids'; prefix: string }
  | { kind: 'language' }
  | { kind: 'number'; minimum: number; maximum: number }
  | { kind: 'text' }
  | { kind: 'word'; words: ReadonlySet<string> }
  | { kind: 'words'; words: ReadonlySet<string> };

export interface ElementRule {
  empty: boolean;
  /** Attributes without which the element is refused. */
  required: readonly string[];
  attributes: ReadonlyMap<string, ValueRule>;
}

export type Vocabulary = ReadonlyMap<string, ElementRule>;
)";

} // namespace

int main() {
  std::cout << head;
  print_vocabulary("content", Vocabulary::content);
  print_vocabulary("interface", Vocabulary::interface);
  return std::cout.good() ? 0 : 1;
}
