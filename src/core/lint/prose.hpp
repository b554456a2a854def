#pragma once

#include "core/lint/remark.hpp"
#include "core/lint/source.hpp"

#include <cmark-gfm.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::lint {

/// The text of one block that contains words and not blocks (a paragraph, a heading, or a table cell), as its writer
/// typed it. Lines are joined by a line feed. The markers of quotations and lists at the start of each line are not
/// part of it, but a heading's number signs are.
///
/// It knows what each of its bytes is, so that a rule that looks for signs skips code, raw HTML, addresses, escaped
/// characters, and what another rule has already remarked on.
class Prose {
public:
  enum class Kind : std::uint8_t { plain, escaped, code, html, address, remarked };

  /// Takes the text of a paragraph or heading.
  Prose(cmark_node* block, const Source&);
  /// Takes the text of a cell, which lies in one line.
  Prose(cmark_node* cell, int line, std::size_t offset, std::string_view text);

  cmark_node* block() const { return block_; }
  std::string_view text() const { return text_; }
  Kind kind(std::size_t at) const { return kinds_[at]; }
  bool is_plain(std::size_t at) const { return kinds_[at] == Kind::plain; }

  /// Returns the position of the next sign whose first and last bytes are plain, at or after `from`, or text().size()
  /// if there is none.
  std::size_t find(std::string_view sign, std::size_t from) const;
  /// Returns whether a line begins at that byte.
  bool begins_line(std::size_t at) const { return at == 0 || text_[at - 1] == '\n'; }
  /// Returns whether only spaces and tabs stand between that byte and the end of its line.
  bool ends_line(std::size_t at) const;
  /// Returns whether only white space follows that byte.
  bool ends_block(std::size_t at) const { return text_.find_first_not_of(" \t\n", at) == std::string::npos; }

  int line_of(std::size_t at) const { return line_at(at).number; }
  /// Returns the position of a byte in the source.
  Place place_of(std::size_t at) const;
  /// Returns a change of the text, which must lie in one line.
  Edit edit(std::size_t at, std::size_t length, std::string text) const;

  /// Marks the bytes from `from` to `to`, so that later rules skip them.
  void mark_remarked(std::size_t from, std::size_t to);

private:
  /// A line of the text: the offset at which it begins in the text, and its position in the source.
  struct Line {
    std::size_t start;
    int number;
    std::size_t offset;
  };

  void add_line(int number, std::size_t offset, std::string_view text);
  void classify();
  const Line& line_at(std::size_t at) const;

  cmark_node* block_;
  std::string text_;
  std::vector<Kind> kinds_;
  std::vector<Line> lines_;
};

/// Returns the texts of all blocks of a document, in their order.
std::vector<Prose> prose_of(cmark_node* document, const Source&);

} // namespace broadside::lint
