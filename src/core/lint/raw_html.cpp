#include "core/html/tag_reader.hpp"
#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"
#include "core/markdown/nodes.hpp"
#include "core/markdown/raw_tags.hpp"

#include <unordered_set>

namespace broadside::lint {
namespace {

using markdown::RawHtml;

// Returns a start tag's name with the case in which it is typed.
std::string_view typed_name(std::string_view tag, const std::string& name) { return tag.substr(1, name.size()); }

// A line break is kept in every mode.
bool is_lost(const std::string& name, RawHtml mode) {
  return name != "br" && (mode == RawHtml::drop || !markdown::raw_element(name));
}

/// The elements whose tags readers do not get, and the declarations, each once; and whether sanitizing would keep any
/// of the elements.
struct Lost {
  std::string names;
  bool has_tags = false;
  bool could_be_kept = false;
};

Lost lost_in(std::string_view html, RawHtml mode) {
  Lost lost;
  std::unordered_set<std::string> seen;
  html::TagReader reader(html);
  while (const auto piece = reader.next()) {
    const auto& tag = piece->tag;
    if (piece->kind == html::TagReader::Piece::Kind::declaration && mode == RawHtml::drop &&
        seen.insert(std::string(piece->source)).second)
      lost.names.append(lost.names.empty() ? "" : ", ").append(quoted(piece->source));
    if (piece->kind != html::TagReader::Piece::Kind::tag || tag.is_end || !is_lost(tag.name, mode) ||
        !seen.insert(tag.name).second)
      continue;
    lost.names.append(lost.names.empty() ? "<" : ", <").append(typed_name(piece->source, tag.name)).append(">");
    lost.has_tags = true;
    lost.could_be_kept = lost.could_be_kept || markdown::raw_element(tag.name).has_value();
  }
  return lost;
}

std::string message_on_loss(const Lost& lost, bool is_block, RawHtml mode) {
  const std::string what = lost.names + ": readers do not get this raw HTML";
  const std::string how =
      "; write it in Markdown, or leave it out. Put text that readers should see as it is typed between `";
  if (mode == RawHtml::sanitize)
    return what + ", because no article may contain it" + how;
  const std::string rest = lost.has_tags ? is_block ? ", nor its content" : ", only its content" : "";
  return what + rest + (lost.could_be_kept ? "; \"html: sanitize\" keeps the harmless parts" : how);
}

} // namespace

void check_raw_html(cmark_node* node, RawHtml mode, std::vector<Remark>& remarks) {
  const auto type = cmark_node_get_type(node);
  const bool is_block = type == CMARK_NODE_HTML_BLOCK;
  if ((!is_block && type != CMARK_NODE_HTML_INLINE) || mode == RawHtml::escape)
    return;
  const Lost lost = lost_in(markdown::literal(node), mode);
  if (!lost.names.empty())
    remarks.push_back({place_of(node), "raw-html", message_on_loss(lost, is_block, mode), {}});
}

} // namespace broadside::lint
