#include "core/markdown/links.hpp"

#include "core/html/link_relation.hpp"
#include "core/markdown/addresses.hpp"
#include "core/markdown/bounds.hpp"
#include "core/markdown/nodes.hpp"

namespace broadside::markdown {

using html::Element;
using html::TextAttribute;
using html::UrlAttribute;

void Links::enter(cmark_node* link) {
  // A bare address is not a link within a link that an author wrote, since the author has said where that leads.
  if (is_bare_address(link) && composer_.open_elements().is_in_raw(Element::a))
    return;
  const auto url = link_address(address(link), options_, ids_);
  if (!url || !elements_.open(Element::a, inline_bound))
    return;
  is_open_ = true;
  is_bare_ = is_bare_address(link);
  composer_.attribute(UrlAttribute::href, *url);
  if (!title(link).empty())
    composer_.attribute(TextAttribute::title, title(link));
  if (options_.profile == Profile::reply)
    composer_.attribute(TextAttribute::rel, html::readers_link);
}

void Links::leave() {
  if (elements_.node_was_written())
    is_open_ = is_bare_ = false;
}

} // namespace broadside::markdown
