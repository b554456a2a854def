#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/ascii.hpp"
#include "core/markdown/nodes.hpp"

#include <algorithm>

namespace broadside::lint {
namespace {

bool is_closing_fence(std::string_view line, std::string_view fence) {
  line = trimmed(line.substr(content_offset(line)));
  return line.size() >= fence.size() && line.find_first_not_of(fence.front()) == std::string_view::npos;
}

// Returns the fence with which a code block begins. The markers of lists and quotations may stand before it.
std::string_view fence_of(cmark_node* block, const Source& source) {
  auto line = source.line(cmark_node_get_start_line(block));
  line.remove_prefix(std::min(offset_of(block), line.size()));
  const auto start = line.find_first_of("`~");
  if (start == std::string_view::npos)
    return {};
  const auto end = std::min(line.find_first_not_of(line[start], start), line.size());
  return line.substr(start, end - start);
}

void check_code(cmark_node* block, const Source& source, std::vector<Remark>& remarks) {
  if (!markdown::is_fenced(block))
    return;
  const auto fence = fence_of(block, source);
  const int first = cmark_node_get_start_line(block), last = cmark_node_get_end_line(block);
  if (fence.empty() || (last > first && is_closing_fence(source.line(last), fence)))
    return;
  remarks.push_back({place_of(block),
                     "unclosed",
                     "the code that begins here is not closed, so all that follows is code, down to line " +
                         std::to_string(last) + "; write " + std::string(fence) + " on a line of its own after it",
                     {}});
}

void check_html(cmark_node* block, std::vector<Remark>& remarks) {
  const auto html = markdown::literal(block);
  if (!html.starts_with("<!--") || html.find("-->") != std::string_view::npos)
    return;
  remarks.push_back(
      {place_of(block),
       "unclosed",
       "the comment that begins here is not closed, so readers see nothing of what follows, down to line " +
           std::to_string(cmark_node_get_end_line(block)) + "; write --> behind it",
       {}});
}

} // namespace

void check_unclosed_blocks(cmark_node* node, const Source& source, std::vector<Remark>& remarks) {
  const auto type = cmark_node_get_type(node);
  if (type == CMARK_NODE_CODE_BLOCK)
    check_code(node, source, remarks);
  if (type == CMARK_NODE_HTML_BLOCK)
    check_html(node, remarks);
}

void check_unclosed_comments(Prose& prose, std::vector<Remark>& remarks) {
  const auto at = prose.find("<!--", 0);
  if (at == prose.text().size() || prose.text().find("-->", at) != std::string_view::npos)
    return;
  remarks.push_back({prose.place_of(at),
                     "unclosed",
                     "the comment that begins here is not closed, so readers see it; write --> after it",
                     {}});
  prose.mark_remarked(at, prose.text().size());
}

} // namespace broadside::lint
