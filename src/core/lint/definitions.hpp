#pragma once

#include "core/lint/source.hpp"

#include <cmark-gfm.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace broadside::lint {

/// A definition of a link's label, `[label]: address`, or of a note, `[^label]: text`.
struct Definition {
  std::string label; // as it is typed, of a note without "^"
  int line;
  bool is_note;
  std::string_view rest; // what stands behind the colon in its line
};

/// Returns whether nothing but a title follows the definition's address, as Markdown requires.
bool is_well_formed(const Definition&);

/// The labels that a text defines. Lines of code and raw HTML define none; every other line in the form of a definition
/// counts as one, so that no reference is wrongly reported as undefined.
class Definitions {
public:
  Definitions(cmark_node* document, const Source&);

  bool has_link(std::string_view label) const;
  bool has_note(std::string_view label) const;
  /// Returns all definitions in the order of their lines.
  const std::vector<Definition>& all() const { return all_; }
  /// Returns the first definition of the same label, which is the one that counts.
  const Definition& first_of(const Definition&) const;

private:
  const Definition* find(std::string_view label, bool is_note) const;

  std::vector<Definition> all_;
  std::unordered_map<std::string, std::size_t> first_;
};

} // namespace broadside::lint
