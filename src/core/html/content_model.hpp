#pragma once

#include "core/html/vocabulary.hpp"

#include <optional>

// The rules of HTML's parser for where an element stands, as vocabulary.def states them.
namespace broadside::html {

/// Returns whether the element's start tag closes a paragraph that is open.
bool closes_paragraph(Element);
bool is_heading(Element);
/// Returns whether it is a cell or a caption: no start or end tag of what is not a table's reaches out of them.
bool is_cell(Element);
/// Returns whether it is a table, a group of rows or a row, which hold nothing but their own parts.
bool is_table_structure(Element);
/// Returns whether it stands within words and changes only how they look.
bool is_style(Element);
/// Returns whether it stands within words and raises or lowers them.
bool is_script(Element);
/// Returns whether the element stands in none but certain parents: items, terms, ruby texts, and a table's parts.
bool needs_parent(Element);
bool is_parent_of(Element parent, Element child);
/// Returns the parent that an HTML parser makes for a row or a cell that has none.
std::optional<Element> implied_parent(Element);

} // namespace broadside::html
