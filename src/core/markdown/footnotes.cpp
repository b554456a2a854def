#include "core/markdown/footnotes.hpp"

#include "core/language/date.hpp"
#include "core/language/direction.hpp"
#include "core/markdown/bounds.hpp"
#include "core/number.hpp"

#include <algorithm>
#include <limits>

namespace broadside::markdown {
namespace {

using html::Element;
using html::TextAttribute;
using html::UrlAttribute;

// This is the number of references to one footnote that have an id and a link back. A footnote with 50,000 references
// in 200 KB would otherwise make megabytes of them.
constexpr int most_back_links = 100;

// The arrow points to the side on which the text begins. No font mirrors it, and the selector keeps it from being drawn
// as an emoji.
std::string_view arrow(std::string_view language) {
  const bool is_from_right = !language.empty() && language::direction(language) == language::Direction::rtl;
  return is_from_right ? "↪\uFE0E" : "↩\uFE0E";
}

} // namespace

void Footnotes::write_reference(cmark_node* reference, bool in_link) {
  const std::string digits = cmark_node_get_literal(reference);
  if (!composer_.open(Element::sup, inline_bound))
    return;
  composer_.attribute(TextAttribute::class_, "footnote-ref");
  const int count = ++references_[cmark_node_parent_footnote_def(reference)];
  const bool is_link = !in_link && composer_.open(Element::a, inline_bound);
  if (is_link) {
    if (count <= most_back_links)
      composer_.attribute(TextAttribute::id,
                          reference_id(number(digits, 1, std::numeric_limits<int>::max()).value_or(1), count));
    composer_.attribute(UrlAttribute::href, html::Url::fragment(ids_.own("fn-" + digits)));
    composer_.attribute(TextAttribute::role, "doc-noteref");
  }
  composer_.text(digits);
  if (is_link)
    composer_.close();
  composer_.close();
}

void Footnotes::enter_definition() {
  ++current_;
  if (is_open_)
    return;
  is_open_ = true;
  composer_.close_all_raw();
  composer_.open(Element::section, container_bound);
  composer_.attribute(TextAttribute::class_, "footnotes");
  composer_.open(Element::ol, container_bound);
}

void Footnotes::write_id() { composer_.attribute(TextAttribute::id, ids_.own("fn-" + std::to_string(current_))); }

void Footnotes::write_back_links(cmark_node* definition) {
  const int count = std::min(references_[definition], most_back_links);
  for (int reference = 1; reference <= count; ++reference) {
    composer_.text(" ");
    if (!composer_.open(Element::a, inline_bound))
      return;
    write_back_link(reference);
    composer_.close();
  }
}

// Writes the sign of the link back into a link that is open.
void Footnotes::write_back_link(int reference) {
  const std::string count = reference == 1 ? "" : std::to_string(reference);
  const std::string number = std::to_string(current_) + (count.empty() ? "" : "-" + count);
  composer_.attribute(TextAttribute::class_, "footnote-back");
  composer_.attribute(UrlAttribute::href, html::Url::fragment(reference_id(current_, reference)));
  composer_.attribute(TextAttribute::role, "doc-backlink");
  // A bare specification has none of our words.
  if (options_.profile == Profile::article) {
    if (words_.language != options_.language)
      composer_.attribute(TextAttribute::lang, words_.language);
    composer_.attribute(TextAttribute::aria_label, language::filled(words_.footnote_back, "reference", number));
  }
  composer_.text(std::string(arrow(options_.language)) + count);
}

void Footnotes::finish() {
  if (!is_open_)
    return;
  composer_.close();
  composer_.close();
}

std::string Footnotes::reference_id(int footnote, int reference) const {
  const std::string id = ids_.own("fnref-" + std::to_string(footnote));
  return reference == 1 ? id : id + "-" + std::to_string(reference);
}

} // namespace broadside::markdown
