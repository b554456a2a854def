#include "core/markdown/lists.hpp"

#include "core/markdown/bounds.hpp"
#include "core/markdown/nodes.hpp"

#include <cmark-gfm-core-extensions.h>
#include <node.h>

namespace broadside::markdown {

using html::Element;
using html::TextAttribute;

void Lists::enter_list(cmark_node* list) {
  if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST) {
    elements_.open(Element::ul, container_bound);
    return;
  }
  const int start = cmark_node_get_list_start(list);
  if (elements_.open(Element::ol, container_bound) && start != 1)
    composer_.attribute(TextAttribute::start, std::to_string(start));
}

void Lists::enter_item(cmark_node* item) {
  if (!elements_.parent_was_written())
    return;
  elements_.open(Element::li, inline_bound);
  if (options_.profile == Profile::reply)
    write_typed_number(item);
  if (is_task(item))
    write_checkbox(item);
}

// Many languages write a day as "9. November", which Markdown takes for an item. A reader's date stays as it was typed.
void Lists::write_typed_number(cmark_node* item) {
  cmark_node* previous = cmark_node_previous(item);
  const bool is_numbered = cmark_node_get_list_type(cmark_node_parent(item)) == CMARK_ORDERED_LIST;
  if (is_numbered && previous != nullptr && item->as.list.start != previous->as.list.start + 1)
    composer_.attribute(TextAttribute::value, std::to_string(item->as.list.start));
}

void Lists::write_checkbox(cmark_node* item) {
  composer_.attribute(TextAttribute::class_, "task");
  // The checkbox is named by the text beside it.
  const bool has_name =
      options_.profile == Profile::article || (options_.profile == Profile::reply && !options_.id_prefix.empty());
  const std::string id = has_name ? ids_.own("checkbox-" + std::to_string(++tasks_)) : "";
  if (has_name)
    composer_.attribute(TextAttribute::id, id);
  if (!composer_.open(Element::input, inline_bound))
    return;
  composer_.attribute(TextAttribute::type, "checkbox");
  composer_.attribute(TextAttribute::disabled, "");
  if (cmark_gfm_extensions_get_tasklist_item_checked(item))
    composer_.attribute(TextAttribute::checked, "");
  if (has_name)
    composer_.attribute(TextAttribute::aria_labelledby, id);
  composer_.close();
  composer_.text(" ");
}

} // namespace broadside::markdown
