#pragma once

#include <cmark-gfm.h>

#include <string_view>

namespace broadside::markdown {

// The facts that a node of cmark's tree states, and those that follow from the nodes around it.

/// Returns the text of a text, code, code block or raw HTML.
std::string_view literal(cmark_node*);
/// Returns what stands after the fence of a code block.
std::string_view info(cmark_node*);
/// Returns whether a code block stands between fences, and is not indented.
bool is_fenced(cmark_node* code_block);
/// Return the address and the title of a link or an image.
std::string_view address(cmark_node*);
std::string_view title(cmark_node*);

/// Returns whether the node can hold no others.
bool is_leaf(cmark_node*);
bool is_block(cmark_node*);
/// Returns whether a paragraph has no element of its own (CommonMark, 5.3).
bool is_in_tight_list(cmark_node* paragraph);
bool is_task(cmark_node* item);
bool is_header(cmark_node* row);
/// Returns whether a link's text is its address.
bool is_bare_address(cmark_node* link);
/// Returns whether an image is alone in its paragraph.
bool is_lone_image(cmark_node* image);

/// Returns the only node in it, or nullptr.
cmark_node* only_child(cmark_node*);

/// Return the characters on both sides of a line's end, or 0 if there is none.
char32_t character_before(cmark_node* soft_break);
char32_t character_after(cmark_node* soft_break);

} // namespace broadside::markdown
