#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::html {

/// A start tag or an end tag, as CommonMark defines them (0.31, 6.6 "Raw HTML").
struct Tag {
  struct Attribute {
    std::string name;  // in lower case
    std::string value; // with its character references decoded
  };

  std::string name; // in lower case
  /// Each name occurs once: the first of two counts, as in an HTML parser.
  std::vector<Attribute> attributes;
  bool is_end = false;
  bool closes_itself = false;

  /// Returns the value of the attribute, or nullptr.
  const std::string* find(std::string_view attribute) const;
};

/// Reads raw HTML piece by piece: tags of exactly CommonMark's grammar, comments, and the text between them.
///
/// Text that only looks like a tag is text, and so is a tag that names no element (is_element_name). Comments end where
/// an HTML parser ends them (HTML, 13.2.5.43 and following), or with the input. Processing instructions, CDATA sections
/// and `</ …>`, which are comments in HTML too, are declarations.
class TagReader {
public:
  struct Piece {
    enum class Kind { text, tag, comment, declaration };
    Kind kind;
    /// The source, as it is written.
    std::string_view source;
    /// The tag, for a piece that is one.
    Tag tag;
  };

  explicit TagReader(std::string_view html) : rest_(html) {}
  /// Returns the next piece, or nothing at the end. Two texts never follow each other.
  std::optional<Piece> next();
  /// Skips everything up to the end tag of that name (in lower case), or to the end: the content of an element in which
  /// an HTML parser recognises no tags.
  void skip_raw_text(std::string_view name);

private:
  std::string_view rest_;
};

} // namespace broadside::html
