#include "core/html/content_model.hpp"

#include "core/word_list.hpp"

#include <array>
#include <iterator>

namespace broadside::html {
namespace {

enum class Model : std::uint8_t { style, script, phrasing, block, heading, table, table_part, cell };

constexpr Model models[] = {
#define ELEMENT(name, vocabulary, kind, model) Model::model,
#include "core/html/vocabulary.def"
};

constexpr Model model_of(Element element) { return models[static_cast<std::size_t>(element)]; }

// The parents in which each element may stand; empty for elements that may stand in any.
constexpr auto parents = [] {
  std::array<std::string_view, std::size(models)> table{};
#define PARENTS(child, parents) table[static_cast<std::size_t>(Element::child)] = parents;
#include "core/html/vocabulary.def"
  return table;
}();

// The parent that the parser makes for each element that lacks one.
constexpr auto implied_parents = [] {
  std::array<std::optional<Element>, std::size(models)> table{};
#define IMPLIED_PARENT(child, parent) table[static_cast<std::size_t>(Element::child)] = Element::parent;
#include "core/html/vocabulary.def"
  return table;
}();

constexpr std::string_view parents_of(Element element) { return parents[static_cast<std::size_t>(element)]; }

} // namespace

bool closes_paragraph(Element element) {
  const Model model = model_of(element);
  return model == Model::block || model == Model::heading || model == Model::table;
}

bool is_heading(Element element) { return model_of(element) == Model::heading; }

bool is_cell(Element element) { return model_of(element) == Model::cell; }

bool is_table_structure(Element element) {
  return model_of(element) == Model::table || model_of(element) == Model::table_part;
}

bool is_style(Element element) { return model_of(element) == Model::style; }

bool is_script(Element element) { return model_of(element) == Model::script; }

bool needs_parent(Element element) { return !parents_of(element).empty(); }

bool is_parent_of(Element parent, Element child) {
  return !needs_parent(child) || is_listed(parents_of(child), name(parent));
}

std::optional<Element> implied_parent(Element element) { return implied_parents[static_cast<std::size_t>(element)]; }

} // namespace broadside::html
