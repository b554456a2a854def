#include "oracle/tree.hpp"

#include "core/html/url.hpp"
#include "core/html/vocabulary.hpp"
#include "core/json/value.hpp"
#include "core/markdown/render.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace fuzz {
namespace {

using namespace broadside;
using json::Value;

const html::ElementRule& element_rule(std::string_view name) {
  for (const auto& rule : html::element_rules())
    if (rule.name == name && rule.vocabulary == html::Vocabulary::content)
      return rule;
  fail("no element of the content vocabulary", name);
}

// Returns the rule for the value of the element's attribute.
const html::Value& attribute_rule(std::string_view element, std::string_view attribute) {
  const auto* const rule = html::rule_for(html::Vocabulary::content, element, attribute);
  if (rule == nullptr)
    fail("no attribute of this element", std::string(element) + " " + std::string(attribute));
  return rule->value;
}

void check_address(const std::string& address) {
  const auto again = html::Url::check(address);
  if (!again || again->text() != address)
    fail("an address that is not one any more when checked again", address);
}

void check_attribute(std::string_view element, std::string_view name, const std::string& value) {
  const auto& rule = attribute_rule(element, name);
  if (rule.kind == html::Value::Kind::address)
    check_address(value);
  else if (!html::accepts(rule, value))
    fail("a value that the attribute may not have", std::string(name) + "=" + value);
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    default:
      out += c;
    }
  }
}

template <typename Type> const Type& get(const Value& value, std::string_view what) {
  const auto* const found = std::get_if<Type>(&value.data);
  if (found == nullptr)
    fail("a node of another kind", what);
  return *found;
}

class Rewriter {
public:
  explicit Rewriter(std::string& out) : out_(out) {}

  void element(const Value& node, int depth) {
    if (depth > markdown::deepest)
      fail("too deep", "");
    const auto& items = get<Value::Array>(node, "element");
    const auto& name = get<std::string>(items.at(0), "name");
    out_.append("<").append(name);
    const bool has_attributes = items.size() > 1 && std::holds_alternative<Value::Object>(items[1].data);
    if (has_attributes)
      attributes(name, std::get<Value::Object>(items[1].data));
    out_ += '>';
    if (element_rule(name).empty && items.size() > (has_attributes ? 2U : 1U))
      fail("content in an empty element", name);
    content(items, has_attributes ? 2 : 1, name, depth);
    if (!element_rule(name).empty)
      out_.append("</").append(name).append(">");
  }

  void content(const Value::Array& items, std::size_t from, std::string_view parent, int depth) {
    for (std::size_t i = from; i < items.size(); ++i) {
      const auto* const text = std::get_if<std::string>(&items[i].data);
      if (text == nullptr) {
        element(items[i], depth + 1);
        continue;
      }
      if (text->empty() || (i > from && std::holds_alternative<std::string>(items[i - 1].data)))
        fail("text that is empty or follows text", parent);
      if (i == from && parent == "pre" && text->front() == '\n')
        out_ += '\n';
      append_escaped(out_, *text);
    }
  }

private:
  void attributes(std::string_view element, const Value::Object& members) {
    if (members.empty())
      fail("no attributes where some are said to be", element);
    for (const auto& [name, value] : members) {
      const auto& text = get<std::string>(value, name);
      check_attribute(element, name, text);
      out_.append(" ").append(name).append("=\"");
      append_escaped(out_, text);
      out_ += '"';
    }
  }

  std::string& out_;
};

} // namespace

std::string html_of_valid_tree(std::string_view json) {
  const auto tree = json::parse(json, {.bytes = json.size(), .depth = 1000, .values = json.size() + 1});
  if (!tree)
    fail("not JSON", tree.error().message);
  const auto& root = get<Value::Array>(*tree, "root");
  std::string html;
  Rewriter(html).content(root, 1, get<std::string>(root.at(0), "name"), 0);
  return html;
}

void fail(std::string_view what, std::string_view culprit) {
  std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(what.size()), what.data(), static_cast<int>(culprit.size()),
               culprit.data());
  std::abort();
}

} // namespace fuzz
