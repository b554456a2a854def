#include "core/markdown/link_targets.hpp"

#include "core/html/tag_reader.hpp"
#include "core/markdown/each_node.hpp"
#include "core/markdown/heading_name.hpp"
#include "core/markdown/nodes.hpp"

#include <utility>

namespace broadside::markdown {
namespace {

// Returns the words of a heading of which its id is made.
std::string words_of(cmark_node* heading) {
  std::string words;
  for_each_node(heading, [&](cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
      words += literal(node);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
      words += ' ';
  });
  return words;
}

bool is_raw_html(cmark_node* node) {
  const auto type = cmark_node_get_type(node);
  return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
}

// Notes the names that tags in raw HTML give to places.
void expect_raw_ids(std::string_view html, Ids& ids) {
  html::TagReader reader(html);
  while (const auto piece = reader.next())
    for (const std::string_view attribute : {"id", "name"})
      if (const std::string* name = piece->tag.find(attribute); name != nullptr && !name->empty())
        ids.expect(*name);
}

} // namespace

LinkTargets::LinkTargets(Ids& ids, const Options& options)
    : ids_(ids), has_raw_ids_(options.raw_html.value_or(default_raw_html(options.profile)) == RawHtml::sanitize) {}

void LinkTargets::expect(const Document& document) {
  reserve_chosen(document);
  for_each_node(document.get(), [&](cmark_node* node) {
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING && !chosen_.contains(node))
      ids_.expect(heading_name(words_of(node)));
    if (has_raw_ids_ && is_raw_html(node))
      expect_raw_ids(literal(node), ids_);
  });
}

void LinkTargets::reserve_chosen(const Document& document) {
  const auto& marks = document.marks().heading_ids;
  if (marks.empty())
    return;
  for_each_node(document.get(), [&](cmark_node* node) {
    const auto mark = marks.find(node);
    if (mark == marks.end())
      return;
    if (std::string id = ids_.heading_chosen(mark->second); !id.empty())
      chosen_.emplace(node, std::move(id));
    ids_.expect(mark->second);
  });
}

std::string LinkTargets::heading_id(cmark_node* heading) {
  const auto chosen = chosen_.find(heading);
  return chosen == chosen_.end() ? ids_.heading(words_of(heading)) : chosen->second;
}

} // namespace broadside::markdown
