#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/html/tag_reader.hpp"
#include "core/lint/anchor_collector.hpp"
#include "core/markdown/each_node.hpp"
#include "core/markdown/nodes.hpp"
#include "core/markdown/parse.hpp"
#include "core/markdown/render.hpp"

#include <algorithm>
#include <unordered_set>

namespace broadside::lint {
namespace {

struct Link {
  Place place;
  std::string address;
};

void add(std::string_view address, Place place, std::vector<Link>& links) {
  if (address.size() > 1 && address.starts_with('#'))
    links.push_back({place, std::string(address)});
}

void add_raw(std::string_view html, int line, std::vector<Link>& links) {
  html::TagReader reader(html);
  while (const auto piece = reader.next()) {
    const std::string* const href = piece->tag.name == "a" ? piece->tag.find("href") : nullptr;
    if (href != nullptr)
      add(*href, {line}, links);
    line += static_cast<int>(std::count(piece->source.begin(), piece->source.end(), '\n'));
  }
}

// Returns the links to anchors in the same text.
std::vector<Link> links_in(cmark_node* document, markdown::RawHtml raw_html) {
  std::vector<Link> links;
  markdown::for_each_node(document, [&](cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LINK)
      add(markdown::address(node), place_of(node), links);
    if ((type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) && raw_html == markdown::RawHtml::sanitize)
      add_raw(markdown::literal(node), cmark_node_get_start_line(node), links);
  });
  return links;
}

// Returns the address as it is written in the page: with the prefix of all ids, whether or not its author typed it.
std::string written(std::string_view address) {
  constexpr std::string_view prefix = "#article-";
  const auto url = html::Url::check(address);
  const std::string fragment = url ? url->text() : std::string(address);
  return fragment.starts_with(prefix) ? fragment : std::string(prefix) + fragment.substr(1);
}

} // namespace

void check_anchors(std::string_view markdown, cmark_node* document, markdown::RawHtml raw_html,
                   std::vector<Remark>& remarks) {
  const auto links = links_in(document, raw_html);
  if (links.empty())
    return;
  AnchorCollector collector;
  markdown::render(markdown, {.raw_html = raw_html}, collector);
  std::unordered_set<std::string> missing;
  for (const std::string& link : collector.links())
    if (!collector.has(link))
      missing.insert(link);
  for (const auto& [place, address] : links)
    if (missing.contains(written(address)))
      remarks.push_back(
          {place,
           "missing-anchor",
           "the link to " + quoted(address) +
               " leads nowhere, because the text has no heading or id with that name; write the heading's "
               "words in lower case, with hyphens for spaces",
           {}});
}

} // namespace broadside::lint
