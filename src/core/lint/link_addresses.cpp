#include "core/lint/link_addresses.hpp"

#include "core/ascii.hpp"
#include "core/html/tag_reader.hpp"
#include "core/lint/anchor_collector.hpp"
#include "core/lint/definitions.hpp"
#include "core/lint/inline_spans.hpp"
#include "core/lint/prose.hpp"
#include "core/markdown/each_node.hpp"
#include "core/markdown/parse.hpp"
#include "core/markdown/render.hpp"
#include "core/unicode/character_references.hpp"

#include <algorithm>
#include <utility>

namespace broadside::lint {
namespace {

// Returns the address without angle brackets, with its escapes and character references decoded.
std::string read_address(std::string_view typed) {
  if (typed.starts_with('<') && typed.ends_with('>'))
    typed = typed.substr(1, typed.size() - 2);
  std::string text;
  for (std::size_t at = 0; at < typed.size(); ++at) {
    if (typed[at] == '\\' && at + 1 < typed.size() && is_punctuation(typed[at + 1]))
      ++at;
    text += typed[at];
  }
  return unicode::resolve_character_references(text);
}

// Adds each link "[words](address)" that is not a picture.
void add_inline(const Prose& prose, std::vector<LinkAddress>& links) {
  const auto text = prose.text();
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!prose.is_plain(at))
      continue;
    if (text[at] == '[')
      open.push_back(at);
    if (text[at] != ']' || open.empty())
      continue;
    const auto start = open.back();
    open.pop_back();
    const bool is_picture = start > 0 && text[start - 1] == '!' && prose.is_plain(start - 1);
    if (is_picture || at + 1 >= text.size() || prose.kind(at + 1) != Prose::Kind::address || text[at + 1] != '(')
      continue;
    const auto address = address_at_start(text.substr(at + 2));
    const Edit span = prose.edit(static_cast<std::size_t>(address.data() - text.data()), address.size(), "");
    links.push_back({span.line, span.offset, span.length, read_address(address)});
  }
}

void add_definition(const Definition& definition, const Source& source, std::vector<LinkAddress>& links) {
  const auto address = address_at_start(definition.rest);
  if (definition.is_note || address.empty() || !is_well_formed(definition))
    return;
  const auto offset = static_cast<std::size_t>(address.data() - source.line(definition.line).data());
  links.push_back({definition.line, offset, address.size(), read_address(address)});
}

// Returns the value of the attribute `href` in a tag's source, without its quotes. It is empty if the value cannot be
// determined.
std::string_view href_in(std::string_view tag) {
  auto at = lowered(tag).find("href");
  if (at == std::string_view::npos)
    return {};
  at = tag.find_first_not_of(" =\"'", at + 4);
  if (at == std::string_view::npos || tag[at - 1] == ' ')
    return {};
  return tag.substr(at, tag.find_first_of("\"' >", at) - at);
}

// Adds the links among the tags of one line, or of a part of it. A tag that continues in the next line is skipped.
void add_raw(std::string_view html, int line, std::size_t offset, std::vector<LinkAddress>& links) {
  html::TagReader reader(html);
  while (const auto piece = reader.next()) {
    const auto href = piece->tag.name == "a" ? href_in(piece->source) : std::string_view();
    if (!href.empty())
      links.push_back({line, offset + static_cast<std::size_t>(href.data() - html.data()), href.size(),
                       unicode::resolve_character_references(href)});
  }
}

void add_raw_blocks(cmark_node* document, const Source& source, std::vector<LinkAddress>& links) {
  markdown::for_each_node(document, [&](cmark_node* node) {
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK)
      for (int line = cmark_node_get_start_line(node); line <= cmark_node_get_end_line(node); ++line)
        add_raw(source.line(line), line, 0, links);
  });
}

void add_raw_inline(const Prose& prose, std::vector<LinkAddress>& links) {
  for (const auto& [start, end, kind] : inline_spans(prose.text(), prose.block())) {
    if (kind != Prose::Kind::html)
      continue;
    const Edit span = prose.edit(start, end - start, "");
    add_raw(prose.text().substr(start, end - start), span.line, span.offset, links);
  }
}

} // namespace

std::vector<LinkAddress> link_addresses(std::string_view markdown, cmark_node* document, markdown::RawHtml raw_html) {
  const Source source(markdown);
  const Definitions definitions(document, source);
  const bool has_raw = raw_html == markdown::RawHtml::sanitize;
  std::vector<LinkAddress> links;
  for (const Prose& prose : prose_of(document, source)) {
    add_inline(prose, links);
    if (has_raw)
      add_raw_inline(prose, links);
  }
  for (const Definition& definition : definitions.all())
    add_definition(definition, source, links);
  if (has_raw)
    add_raw_blocks(document, source, links);
  std::sort(links.begin(), links.end(), [](const LinkAddress& a, const LinkAddress& b) {
    return std::pair(a.line, a.offset) < std::pair(b.line, b.offset);
  });
  return links;
}

std::optional<std::string> anchor_in(std::string_view markdown, markdown::RawHtml raw_html, std::string_view fragment) {
  // The text is rendered with a link to the fragment before it; the first link that is written then has the anchor's
  // address.
  const auto url = html::Url::check(fragment);
  if (!url || url->text().size() < 2)
    return std::nullopt;
  const std::string text = "[x](<" + url->text() + ">)\n\n" + std::string(markdown);
  AnchorCollector collector;
  markdown::render(text, {.raw_html = raw_html}, collector);
  if (collector.links().empty() || !collector.has(collector.links().front()))
    return std::nullopt;
  return collector.links().front();
}

} // namespace broadside::lint
