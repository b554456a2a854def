#include "core/html/tag_reader.hpp"
#include "core/html/url.hpp"
#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"
#include "core/markdown/nodes.hpp"
#include "core/markdown/raw_tags.hpp"

#include <algorithm>

namespace broadside::lint {
namespace {

constexpr auto unsafe_address = "unsafe-address";

std::string message_on_unsafe_link(std::string_view address) {
  return quoted(address) + " must be an http, https, mailto, tel or relative address; readers get only the link's text";
}

std::string message_on_unsafe_picture(std::string_view address) {
  return "the picture's address " + quoted(address) + " must be http, https or relative";
}

bool is_safe_picture(std::string_view address) {
  const auto url = html::Url::check(address);
  return url && url->is_of_file();
}

void check_raw_picture_addresses(std::string_view html, int line, std::vector<Remark>& remarks) {
  html::TagReader reader(html);
  while (const auto piece = reader.next()) {
    const std::string* const src = piece->tag.name == "img" ? piece->tag.find("src") : nullptr;
    if (src != nullptr && !is_safe_picture(*src))
      remarks.push_back(
          {{line}, unsafe_address, message_on_unsafe_picture(*src) + "; readers get only its description", {}});
    if (!piece->tag.is_end && markdown::holds_raw_text(piece->tag.name))
      reader.skip_raw_text(piece->tag.name);
    line += static_cast<int>(std::count(piece->source.begin(), piece->source.end(), '\n'));
  }
}

} // namespace

void check_unsafe_addresses(cmark_node* node, markdown::RawHtml mode, std::vector<Remark>& remarks) {
  const auto type = cmark_node_get_type(node);
  const bool is_raw = type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
  if (is_raw && mode == markdown::RawHtml::sanitize)
    check_raw_picture_addresses(markdown::literal(node), cmark_node_get_start_line(node), remarks);
  if (type == CMARK_NODE_LINK && !html::Url::check(markdown::address(node)))
    remarks.push_back({place_of(node), unsafe_address, message_on_unsafe_link(markdown::address(node)), {}});
  if (type == CMARK_NODE_IMAGE && !is_safe_picture(markdown::address(node)))
    remarks.push_back({place_of(node), unsafe_address, message_on_unsafe_picture(markdown::address(node)), {}, true});
}

} // namespace broadside::lint
