#include "core/ascii.hpp"
#include "core/html/vocabulary.hpp"
#include "publish/lint/rules.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

// The names of the start tags in raw HTML, in lower case, each once.
std::vector<std::string> element_names(std::string_view html) {
  std::vector<std::string> names;
  for (auto tag = html.find('<'); tag != std::string_view::npos; tag = html.find('<', tag + 1)) {
    if (html.substr(tag).starts_with("<!--")) {
      tag = std::min(html.find("-->", tag), html.size() - 1);
      continue;
    }
    auto end = tag + 1;
    while (end < html.size() && (is_alphanumeric(html[end]) || html[end] == '-'))
      ++end;
    std::string name = lowered(html.substr(tag + 1, end - tag - 1));
    const bool is_name = !name.empty() && is_alpha(name.front());
    if (is_name && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  }
  return names;
}

bool may_be_in_articles(std::string_view name) {
  const auto rules = html::element_rules();
  return std::any_of(rules.begin(), rules.end(), [&](const html::ElementRule& rule) {
    return rule.name == name && rule.vocabulary == html::Vocabulary::content;
  });
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
    std::erase_if(names, may_be_in_articles);
  if (!names.empty())
    remarks.push_back({cmark_node_get_start_line(node), "raw-html", message(listed(names), is_block, mode), {}});
}

} // namespace broadside::publish
