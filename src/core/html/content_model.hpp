#pragma once

#include "core/html/vocabulary.hpp"

#include <optional>

// What HTML's parser does about an element where it stands (HTML, 13.2.6 "Tree construction"), as far as it decides
// whether a tree comes out of its own text unchanged.
namespace broadside::html {

/// Whether its start tag closes a paragraph that is open.
bool closes_paragraph(Element);
bool is_heading(Element);
/// Cells and captions: no start or end tag of what is not a table's reaches out of them.
bool is_cell(Element);
/// Tables, groups of rows, and rows: what holds nothing but its own parts.
bool is_table_structure(Element);
/// Whether the element stands in none but certain parents: items, terms, ruby texts, and a table's parts.
bool needs_parent(Element);
bool is_parent_of(Element parent, Element child);
/// For a row or a cell, the parent that an HTML parser makes where there is none.
std::optional<Element> implied_parent(Element);

} // namespace broadside::html
