#pragma once

#include "core/lint/remark.hpp"
#include "core/lint/source.hpp"

#include <cmark-gfm.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::lint {

/// The text of one block that holds words and not blocks, as its writer typed it: of a paragraph, a heading, or a cell
/// of a table. Lines are joined by a line feed, and what stands before each for the quotes and lists around it is not
/// part of it. A heading's number signs are.
///
/// It knows what each of its bytes is, so that a rule that looks for signs of its own passes over code, raw HTML,
/// addresses, what a backslash escapes, and what another rule has already remarked on.
class Prose {
public:
  enum class Kind : std::uint8_t { plain, escaped, code, html, address, remarked };

  /// Returns the text of a paragraph or heading.
  Prose(cmark_node* block, const Source&);
  /// Returns the text of a cell, which lies in one line.
  Prose(cmark_node* cell, int line, std::size_t offset, std::string_view text);

  cmark_node* block() const { return block_; }
  std::string_view text() const { return text_; }
  Kind kind(std::size_t at) const { return kinds_[at]; }
  bool is_plain(std::size_t at) const { return kinds_[at] == Kind::plain; }

  /// Returns where the sign stands next with its first and last byte plain, from `from` on; text().size() if nowhere.
  std::size_t find(std::string_view sign, std::size_t from) const;
  /// Returns whether a line begins at that byte.
  bool begins_line(std::size_t at) const { return at == 0 || text_[at - 1] == '\n'; }
  /// Returns whether nothing but spaces and tabs stands between that byte and the end of its line.
  bool ends_line(std::size_t at) const;
  /// Returns whether nothing but white space stands behind that byte.
  bool ends_block(std::size_t at) const { return text_.find_first_not_of(" \t\n", at) == std::string::npos; }

  int line_of(std::size_t at) const;
  /// Returns a change of the text, which must lie in one line.
  Edit edit(std::size_t at, std::size_t length, std::string text) const;

  /// Has the rules that come after this one pass over the bytes from `from` to `to`.
  void mark_remarked(std::size_t from, std::size_t to);

private:
  /// A line of the text: where it begins there, and where in the source.
  struct Line {
    std::size_t start;
    int number;
    std::size_t offset;
  };

  void add_line(int number, std::size_t offset, std::string_view text);
  void classify();
  const Line& place(std::size_t at) const;

  cmark_node* block_;
  std::string text_;
  std::vector<Kind> kinds_;
  std::vector<Line> lines_;
};

/// Returns the texts of all blocks of a document, in the order in which they stand.
std::vector<Prose> prose_of(cmark_node* document, const Source&);

} // namespace broadside::lint
