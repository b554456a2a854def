#include "core/lint/prose.hpp"

#include "core/lint/inline_spans.hpp"
#include "core/lint/table_cells.hpp"
#include "core/markdown/each_node.hpp"
#include "core/markdown/parse.hpp"

#include <table.h> // before it: cmark-gfm-core-extensions.h

#include <algorithm>

namespace broadside::lint {

Prose::Prose(cmark_node* block, const Source& source) : block_(block) {
  const int first = cmark_node_get_start_line(block);
  for (int number = first; number <= cmark_node_get_end_line(block); ++number) {
    const auto line = source.line(number);
    const auto offset = std::min(number == first ? offset_of(block) : content_offset(line), line.size());
    add_line(number, offset, line.substr(offset));
  }
  classify();
}

Prose::Prose(cmark_node* cell, int line, std::size_t offset, std::string_view text) : block_(cell) {
  add_line(line, offset, text);
  classify();
}

void Prose::add_line(int number, std::size_t offset, std::string_view text) {
  if (!lines_.empty())
    text_ += '\n';
  lines_.push_back({text_.size(), number, offset});
  text_ += text;
}

void Prose::classify() {
  kinds_.assign(text_.size(), Kind::plain);
  for (const InlineSpan& span : inline_spans(text_, block_))
    std::fill(kinds_.begin() + static_cast<std::ptrdiff_t>(span.start),
              kinds_.begin() + static_cast<std::ptrdiff_t>(span.end), span.kind);
}

std::size_t Prose::find(std::string_view sign, std::size_t from) const {
  for (auto at = text_.find(sign, from); at != std::string::npos; at = text_.find(sign, at + 1))
    if (is_plain(at) && is_plain(at + sign.size() - 1))
      return at;
  return text_.size();
}

bool Prose::ends_line(std::size_t at) const {
  const auto next = text_.find_first_not_of(" \t", at);
  return next == std::string::npos || text_[next] == '\n';
}

const Prose::Line& Prose::line_at(std::size_t at) const {
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), at,
                                     [](std::size_t offset, const Line& line) { return offset < line.start; });
  return *std::prev(next);
}

Place Prose::place_of(std::size_t at) const {
  const Line& line = line_at(at);
  return {line.number, line.offset + (at - line.start)};
}

Edit Prose::edit(std::size_t at, std::size_t length, std::string text) const {
  const Place place = place_of(at);
  return {place.line, place.offset, length, std::move(text)};
}

void Prose::mark_remarked(std::size_t from, std::size_t to) {
  std::fill(kinds_.begin() + static_cast<std::ptrdiff_t>(from),
            kinds_.begin() + static_cast<std::ptrdiff_t>(std::min(to, kinds_.size())), Kind::remarked);
}

namespace {

void add_cells(cmark_node* row, const Source& source, std::vector<Prose>& prose) {
  const int number = cmark_node_get_start_line(row);
  const auto line = source.line(number);
  cmark_node* cell = cmark_node_first_child(row);
  for (const std::string_view text : cells_of(line.substr(content_offset(line)))) {
    if (cell == nullptr)
      return;
    prose.emplace_back(cell, number, static_cast<std::size_t>(text.data() - line.data()), text);
    cell = cmark_node_next(cell);
  }
}

} // namespace

std::vector<Prose> prose_of(cmark_node* document, const Source& source) {
  std::vector<Prose> prose;
  markdown::for_each_node(document, [&](cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
      prose.emplace_back(node, source);
    if (type == CMARK_NODE_TABLE_ROW)
      add_cells(node, source, prose);
  });
  return prose;
}

} // namespace broadside::lint
