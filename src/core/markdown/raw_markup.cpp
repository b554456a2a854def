#include "core/markdown/raw_markup.hpp"

#include "core/html/content_model.hpp"
#include "core/html/tag_reader.hpp"
#include "core/lines.hpp"
#include "core/markdown/bounds.hpp"
#include "core/markdown/parse.hpp"
#include "core/unicode/character_references.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace broadside::markdown {
namespace {

using html::Element;

using Piece = html::TagReader::Piece;

bool is_line_break(const Piece& piece) { return piece.kind == Piece::Kind::tag && piece.tag.name == "br"; }

// Returns whether the text begins with what names no element.
bool begins_with_text(std::string_view html) {
  const auto piece = html::TagReader(html).next();
  return piece && piece->kind == Piece::Kind::text;
}

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

// Returns the text without the indentation that all of its lines have, so that Markdown in an indented element does not
// become code.
std::string dedented(std::string_view text) {
  std::size_t common = text.size();
  for (auto rest = text; !rest.empty();)
    if (const auto line = take_line(rest); !is_blank(line))
      common = std::min(common, indentation(line));
  std::string result;
  for (auto rest = text; !rest.empty();) {
    const auto line = take_line(rest);
    result.append(line.substr(std::min(common, indentation(line)))).append("\n");
  }
  return result;
}

// Returns whether Markdown in raw HTML ends at the tag: the tags of blocks and their parts, and of a picture.
bool ends_markdown(const html::Tag& tag) {
  const auto element = raw_element(tag.name);
  return holds_raw_text(tag.name) || element == Element::img || element == Element::br ||
         (element &&
          (html::closes_paragraph(*element) || html::needs_parent(*element) || html::is_table_structure(*element)));
}

} // namespace

RawMarkup::RawMarkup(const Options& options, Ids& ids, html::Composer& composer, Prose& prose,
                     std::function<void(const Document&)> visit)
    : options_(options),
      mode_(options.profile == Profile::reply ? RawHtml::escape
                                              : options.raw_html.value_or(default_raw_html(options.profile))),
      composer_(composer), prose_(prose), visit_(std::move(visit)), tags_(options, ids, composer) {}

void RawMarkup::write_inline(std::string_view html) {
  html::TagReader reader(html);
  while (const auto piece = reader.next())
    write_inline(*piece);
}

void RawMarkup::write_inline(const Piece& piece) {
  if (tags_.is_in_dropped()) {
    if (piece.kind == Piece::Kind::tag)
      tags_.write(piece.tag);
  } else if (is_line_break(piece)) {
    write_line_break();
  } else if (is_shown_as_typed(piece.kind)) {
    write_source(piece.source);
  } else if (piece.kind == Piece::Kind::tag && mode_ == RawHtml::sanitize) {
    tags_.write(piece.tag);
  } else if (piece.kind != Piece::Kind::comment) {
    composer_.leave_out(html::joint_of(piece.tag.name));
  }
}

// Declarations are an author's words, and comments are not: those vanish in every mode.
bool RawMarkup::is_shown_as_typed(Piece::Kind kind) const {
  switch (kind) {
  case Piece::Kind::text:
    return true;
  case Piece::Kind::tag:
    return mode_ == RawHtml::escape;
  case Piece::Kind::declaration:
    return mode_ != RawHtml::drop;
  case Piece::Kind::comment:
    break;
  }
  return false;
}

void RawMarkup::write_line_break() {
  composer_.write_empty(Element::br, inline_bound);
  prose_.line_break();
}

void RawMarkup::write_block(std::string_view html) {
  if (mode_ == RawHtml::escape || (mode_ == RawHtml::drop && begins_with_text(html)))
    write_escaped(trimmed(html));
  if (mode_ == RawHtml::sanitize)
    write_sanitized(trimmed(html));
}

// Writes the source as it was typed. In a reply its lines stay lines.
void RawMarkup::write_source(std::string_view html) {
  if (options_.profile != Profile::reply) {
    prose_.verbatim(html);
    return;
  }
  while (!html.empty()) {
    const auto line = take_line(html);
    prose_.verbatim(line);
    if (line.data() + line.size() != html.data())
      composer_.write_empty(Element::br, inline_bound);
  }
}

// Writes the source as a paragraph, unless it consists of comments.
void RawMarkup::write_escaped(std::string_view html) {
  std::vector<std::string> lines(1);
  html::TagReader reader(html);
  while (const auto piece = reader.next()) {
    if (is_line_break(*piece))
      lines.emplace_back();
    else if (piece->kind != Piece::Kind::comment)
      lines.back() += piece->source;
  }
  if (lines.size() == 1 && trimmed(lines.front()).empty())
    return;
  const bool is_open = composer_.open(Element::p, block_bound);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0)
      write_line_break();
    write_source(trimmed(lines[i]));
  }
  if (is_open)
    composer_.close();
}

void RawMarkup::write_sanitized(std::string_view html) {
  using Kind = html::TagReader::Piece::Kind;
  html::TagReader reader(html);
  std::string_view markdown; // the part that has been read and not yet written
  while (const auto piece = reader.next()) {
    const bool is_markdown = !in_markdown_ && composer_.open_elements().is_in_raw_markdown() && !tags_.is_in_dropped();
    if (is_markdown && !(piece->kind == Kind::tag && ends_markdown(piece->tag))) {
      const char* start = markdown.empty() ? piece->source.data() : markdown.data();
      const char* end = piece->source.data() + piece->source.size();
      markdown = std::string_view(start, static_cast<std::size_t>(end - start));
      continue;
    }
    write_markdown(std::exchange(markdown, {}));
    if (piece->kind == Kind::text && !tags_.is_in_dropped())
      composer_.text(unicode::resolve_character_references(piece->source));
    if (piece->kind == Kind::declaration && !tags_.is_in_dropped())
      write_declaration(piece->source, piece->source.data() == html.data());
    if (piece->kind != Kind::tag)
      continue;
    tags_.write(piece->tag);
    if (tags_.is_in_dropped() && holds_raw_text(piece->tag.name))
      reader.skip_raw_text(piece->tag.name);
  }
  write_markdown(markdown);
  tags_.end_block();
}

// Writes the source as it was typed. If a block begins with it, it becomes a paragraph.
void RawMarkup::write_declaration(std::string_view source, bool begins_block) {
  const bool is_open =
      begins_block && !composer_.open_elements().is_in_raw_paragraph() && composer_.open(Element::p, block_bound);
  write_source(source);
  if (is_open)
    composer_.close();
}

void RawMarkup::write_markdown(std::string_view markdown) {
  if (trimmed(markdown).empty())
    return;
  const Document document = parse(dedented(markdown), options_, Document::Extent::fragment);
  in_markdown_ = true;
  visit_(document);
  in_markdown_ = false;
}

} // namespace broadside::markdown
