#pragma once

#include "core/lint/definitions.hpp"
#include "core/lint/options.hpp"
#include "core/lint/prose.hpp"
#include "core/lint/remark.hpp"
#include "core/lint/source.hpp"

#include <cmark-gfm.h>

namespace broadside::lint {

// These rules check one node of cmark's tree. A node knows its lines, and the source has their content.

/// Reports rows of a table that have more cells than its header; readers do not see the additional cells.
void check_row(cmark_node*, const Source&, std::vector<Remark>&);
/// Reports lines of a paragraph that begin like a list in a word processor.
void check_bullets(cmark_node*, const Source&, std::vector<Remark>&);
/// Reports lists and items that are indented too little to belong to the item above them.
void check_indent(cmark_node*, const Source&, std::vector<Remark>&);
/// Reports numbers of a list that do not count up, and dates that are not meant as a list.
void check_list_numbers(cmark_node*, const Source&, std::vector<Remark>&);
/// Reports code and comments that are not closed.
void check_unclosed_blocks(cmark_node*, const Source&, std::vector<Remark>&);
/// Reports raw HTML that readers do not get in this mode.
void check_raw_html(cmark_node*, markdown::RawHtml, std::vector<Remark>&);
/// Reports addresses of links and pictures that readers do not get, such as those of scripts. A picture's is a fault.
void check_unsafe_addresses(cmark_node*, markdown::RawHtml, std::vector<Remark>&);

// These rules check the text of one block, and mark the parts that they report, so that later rules skip them.

/// Reports comments within a text that are not closed.
void check_unclosed_comments(Prose&, std::vector<Remark>&);
/// Reports tags of template languages such as Liquid and Hugo's.
void check_template_tags(Prose&, std::vector<Remark>&);
/// Reports Obsidian's private notes between "%%", and its block ids.
void check_private_notes(Prose&, std::vector<Remark>&);
void check_block_ids(Prose&, std::vector<Remark>&);
/// Reports TeX formulas.
void check_formulas(Prose&, std::vector<Remark>&);
/// Reports links and pictures that stay text because their address contains a space or a bracket is missing.
void check_destinations(Prose&, const Options&, const Definitions&, std::vector<Remark>&);
/// Reports wiki links.
void check_wiki_links(Prose&, const Definitions&, std::vector<Remark>&);
/// Reports shortcodes in square brackets, as in WordPress, and tables of contents.
void check_shortcodes(Prose&, const Definitions&, std::vector<Remark>&);
/// Reports attributes in braces, except the id of a heading.
void check_attribute_lists(Prose&, std::vector<Remark>&);
/// Reports admonitions of Python-Markdown, VitePress, Docusaurus and Pandoc.
void check_admonitions(Prose&, const Source&, std::vector<Remark>&);
/// Reports markers that are nearly those of an alert.
void check_alert_markers(Prose&, std::vector<Remark>&);
/// Reports full-width characters in place of Markdown's ASCII ones.
void check_full_width(Prose&, std::vector<Remark>&);
/// Reports unknown white space around the marker of a line, and missing white space after it.
void check_hidden_markers(Prose&, std::vector<Remark>&);
/// Reports strong emphasis that was meant as such but is none.
void check_emphasis(Prose&, std::vector<Remark>&);
/// Reports references to notes and addresses that are not defined.
void check_references(Prose&, const Definitions&, std::vector<Remark>&);

// These rules check a text as a whole.

/// Reports private notes that span several paragraphs between lines of "%%".
void check_note_blocks(const std::vector<Prose>&, std::vector<Remark>&);
/// Reports definitions that nothing refers to, and those that repeat an earlier one.
void check_definitions(const Definitions&, const Source&, std::vector<Remark>&);
/// Reports definitions that stay text because their address contains a space.
void check_definition_addresses(const Definitions&, const Source&, const Options&, std::vector<Remark>&);
/// Reports links to anchors of the same text that do not exist.
void check_anchors(std::string_view markdown, cmark_node* document, markdown::RawHtml, std::vector<Remark>&);

} // namespace broadside::lint
