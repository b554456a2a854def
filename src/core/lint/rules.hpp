#pragma once

#include "core/lint/definitions.hpp"
#include "core/lint/options.hpp"
#include "core/lint/prose.hpp"
#include "core/lint/remark.hpp"
#include "core/lint/source.hpp"

#include <cmark-gfm.h>

namespace broadside::lint {

// Each adds what it has to say about one node of cmark's tree. A node knows its lines, and the source has what they
// say.

/// Rows of a table with more cells than its header has: readers see only as many.
void check_row(cmark_node*, const Source&, std::vector<Remark>&);
/// Lines of a paragraph that begin as a list does in a word processor.
void check_bullets(cmark_node*, const Source&, std::vector<Remark>&);
/// Lists and items of one that stand too far to the left to belong to the item above them.
void check_indent(cmark_node*, const Source&, std::vector<Remark>&);
/// Numbers of a list that do not count up, and dates that are no list.
void check_list_numbers(cmark_node*, const Source&, std::vector<Remark>&);
/// Code and comments that nothing ends.
void check_unclosed_blocks(cmark_node*, const Source&, std::vector<Remark>&);
/// Raw HTML that this mode keeps from readers.
void check_raw_html(cmark_node*, markdown::RawHtml, std::vector<Remark>&);

// Each adds what it has to say about the text of one block, and marks that, so that those which follow pass over it.

/// Comments within a text that nothing ends.
void check_unclosed_comments(Prose&, std::vector<Remark>&);
/// Tags of Liquid, Hugo and their like.
void check_template_tags(Prose&, std::vector<Remark>&);
/// Private notes between "%%", and the names of blocks, as Obsidian has them.
void check_private_notes(Prose&, std::vector<Remark>&);
void check_block_ids(Prose&, std::vector<Remark>&);
/// Formulas of TeX.
void check_formulas(Prose&, std::vector<Remark>&);
/// Links and pictures that are text for a space in their address, or a bracket too few.
void check_destinations(Prose&, const Options&, const Definitions&, std::vector<Remark>&);
/// Wiki links.
void check_wiki_links(Prose&, const Definitions&, std::vector<Remark>&);
/// Shortcodes in square brackets, as WordPress has them, and tables of contents.
void check_shortcodes(Prose&, const Definitions&, std::vector<Remark>&);
/// Attributes in braces, but for a heading's id.
void check_attribute_lists(Prose&, std::vector<Remark>&);
/// Admonitions of Python-Markdown, VitePress, Docusaurus and Pandoc.
void check_admonitions(Prose&, const Source&, std::vector<Remark>&);
/// Markers that are nearly those of an alert.
void check_alert_markers(Prose&, std::vector<Remark>&);
/// Full-width characters where Markdown has those of ASCII.
void check_full_width(Prose&, std::vector<Remark>&);
/// White space around a line's marker that Markdown does not know, or that is missing.
void check_hidden_markers(Prose&, std::vector<Remark>&);
/// Strong emphasis that was meant and is none.
void check_emphasis(Prose&, std::vector<Remark>&);
/// References to notes and addresses that nothing defines.
void check_references(Prose&, const Definitions&, std::vector<Remark>&);

// Each looks at a text as a whole.

/// Private notes between lines of "%%", with paragraphs between them.
void check_note_blocks(const std::vector<Prose>&, std::vector<Remark>&);
/// Definitions that nothing refers to, or that another one stands before.
void check_definitions(const Definitions&, const Source&, std::vector<Remark>&);
/// Definitions that are text for a space in their address.
void check_definition_addresses(const Definitions&, const Source&, const Options&, std::vector<Remark>&);
/// Links to places of the same text that are not there.
void check_anchors(std::string_view markdown, cmark_node* document, markdown::RawHtml, std::vector<Remark>&);

} // namespace broadside::lint
