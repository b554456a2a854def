#include "core/markdown/blocks.hpp"

#include "core/language/direction.hpp"
#include "core/markdown/addresses.hpp"
#include "core/markdown/bounds.hpp"
#include "core/markdown/nodes.hpp"
#include "core/markdown/videos.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace broadside::markdown {

using html::Element;
using html::TextAttribute;

void Blocks::enter_block_quote(cmark_node* quote, const BlockMarks& marks) {
  const auto& alerts = marks.alerts;
  const auto found = alerts.find(quote);
  if (found == alerts.end()) {
    elements_.open(Element::blockquote, container_bound);
    return;
  }
  if (!elements_.open(Element::aside, container_bound))
    return;
  composer_.attribute(TextAttribute::class_, "alert alert-" + std::string(name(found->second)));
  write_alert_title(found->second);
}

void Blocks::write_alert_title(Alert alert) {
  composer_.open(Element::p, block_bound);
  composer_.attribute(TextAttribute::class_, "alert-title");
  if (words_.language != options_.language) {
    composer_.attribute(TextAttribute::lang, words_.language);
    composer_.attribute(TextAttribute::dir, language::name(language::direction(words_.language)));
  }
  composer_.text(words_.alerts[static_cast<std::size_t>(alert)]);
  composer_.close();
}

void Blocks::enter_paragraph(cmark_node* paragraph) {
  prose_.begin_block();
  if (is_in_tight_list(paragraph) || composer_.open_elements().is_in_raw_paragraph())
    return;
  const bool is_article = options_.profile == Profile::article;
  cmark_node* child = only_child(paragraph);
  if (is_article && child != nullptr && cmark_node_get_type(child) == CMARK_NODE_IMAGE)
    return; // it becomes a figure, or the picture's text in a paragraph
  if (!elements_.open(Element::p, block_bound) || !is_article || child == nullptr)
    return;
  if (cmark_node_get_type(child) != CMARK_NODE_LINK || !is_bare_address(child))
    return;
  const auto url = html::Url::check(address(child));
  if (url && is_video(*url))
    composer_.attribute(TextAttribute::class_, "embed");
}

void Blocks::enter_heading(cmark_node* heading) {
  prose_.begin_block();
  constexpr std::array headings = {Element::h1, Element::h2, Element::h3, Element::h4, Element::h5, Element::h6};
  const int level = std::max(cmark_node_get_heading_level(heading), options_.top_heading);
  const bool is_open = elements_.open(headings[static_cast<std::size_t>(level - 1)], block_bound);
  if (is_open && options_.profile == Profile::article)
    composer_.attribute(TextAttribute::id, link_targets_.heading_id(heading));
}

void Blocks::write_code_block(cmark_node* block) {
  const auto language = info(block).substr(0, info(block).find_first_of(" \t"));
  if (!composer_.open(Element::pre, inline_bound - 1)) {
    composer_.text(literal(block));
    return;
  }
  composer_.open(Element::code, inline_bound);
  if (!language.empty())
    composer_.attribute(TextAttribute::code_language,
                        (language.starts_with("language-") ? "" : "language-") + std::string(language));
  composer_.text(literal(block));
  composer_.close();
  composer_.close();
}

} // namespace broadside::markdown
