#include "core/html/tag_reader.hpp"
#include "core/lint/rules.hpp"
#include "core/markdown/raw_tags.hpp"

#include <algorithm>
#include <utility>

namespace broadside::lint {
namespace {

// The names of the start tags, each once.
std::vector<std::string> element_names(std::string_view html) {
  std::vector<std::string> names;
  html::TagReader reader(html);
  while (auto piece = reader.next())
    if (piece->kind == html::TagReader::Piece::Kind::tag && !piece->tag.is_end &&
        std::find(names.begin(), names.end(), piece->tag.name) == names.end())
      names.push_back(std::move(piece->tag.name));
  return names;
}

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names)
    list.append(list.empty() ? "<" : ", <").append(name).append(">");
  return list;
}

std::string message(const std::string& elements, bool is_block, markdown::RawHtml mode) {
  if (mode == markdown::RawHtml::sanitize)
    return elements + ": readers will not get this raw HTML: no article may have it";
  return elements + ": readers will not get this raw HTML, " +
         (is_block ? "nor what stands in it" : "only what stands between its tags") +
         "; \"html: sanitize\" keeps what is harmless";
}

} // namespace

void check_raw_html(cmark_node* node, markdown::RawHtml mode, std::vector<Remark>& remarks) {
  const auto type = cmark_node_get_type(node);
  const bool is_block = type == CMARK_NODE_HTML_BLOCK;
  if ((!is_block && type != CMARK_NODE_HTML_INLINE) || mode == markdown::RawHtml::escape)
    return;
  auto names = element_names(cmark_node_get_literal(node));
  if (mode == markdown::RawHtml::sanitize)
    std::erase_if(names, [](const std::string& name) { return markdown::raw_element(name).has_value(); });
  if (!names.empty())
    remarks.push_back({cmark_node_get_start_line(node), "raw-html", message(listed(names), is_block, mode), {}});
}

} // namespace broadside::lint
