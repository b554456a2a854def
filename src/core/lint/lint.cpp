#include "core/lint/lint.hpp"

#include "core/lint/rules.hpp"
#include "core/markdown/each_node.hpp"
#include "core/markdown/parse.hpp"

#include <algorithm>

namespace broadside::lint {
namespace {

void check_nodes(cmark_node* document, const Source& source, const Options& options, std::vector<Remark>& remarks) {
  markdown::for_each_node(document, [&](cmark_node* node) {
    check_row(node, source, remarks);
    check_bullets(node, source, remarks);
    check_indent(node, source, remarks);
    check_list_numbers(node, source, remarks);
    check_unclosed_blocks(node, source, remarks);
    check_raw_html(node, options.raw_html, remarks);
    check_unsafe_addresses(node, options.raw_html, remarks);
  });
}

// The order decides which rule handles a sign that several rules know: the more specific rules come first.
void check_prose(Prose& prose, const Source& source, const Options& options, const Definitions& definitions,
                 std::vector<Remark>& remarks) {
  check_unclosed_comments(prose, remarks);
  check_template_tags(prose, remarks);
  check_private_notes(prose, remarks);
  check_formulas(prose, remarks);
  check_alert_markers(prose, remarks);
  check_admonitions(prose, source, remarks);
  check_hidden_markers(prose, remarks);
  check_full_width(prose, remarks);
  check_destinations(prose, options, definitions, remarks);
  check_shortcodes(prose, definitions, remarks);
  check_wiki_links(prose, definitions, remarks);
  check_attribute_lists(prose, remarks);
  check_block_ids(prose, remarks);
  check_emphasis(prose, remarks);
  check_references(prose, definitions, remarks);
}

// The remarks must be in the order of their offsets, so that each line is read only once.
void find_columns(const Source& source, std::vector<Remark>& remarks) {
  Place last{0};
  for (Remark& remark : remarks) {
    if (remark.line != last.line)
      last = {remark.line};
    const auto line = source.line(remark.line).substr(0, remark.offset);
    const auto between = line.substr(std::min(last.offset, line.size()));
    last.column += static_cast<int>(std::count_if(between.begin(), between.end(), [](char byte) {
      const bool continues_character = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
      return !continues_character;
    }));
    last.offset = remark.offset;
    remark.column = last.column;
  }
}

} // namespace

std::vector<Remark> remarks_on(std::string_view markdown, cmark_node* document, const Options& options) {
  const Source source(markdown);
  const Definitions definitions(document, source);
  std::vector<Remark> remarks;
  check_nodes(document, source, options, remarks);
  auto texts = prose_of(document, source);
  for (Prose& prose : texts)
    check_prose(prose, source, options, definitions, remarks);
  check_note_blocks(texts, remarks);
  check_definitions(definitions, source, remarks);
  check_definition_addresses(definitions, source, options, remarks);
  check_anchors(markdown, document, options.raw_html, remarks);
  std::stable_sort(remarks.begin(), remarks.end(), [](const auto& a, const auto& b) {
    return std::pair(a.line, a.offset) < std::pair(b.line, b.offset);
  });
  find_columns(source, remarks);
  return remarks;
}

} // namespace broadside::lint
