#pragma once

#include "core/html/composer.hpp"
#include "core/language/text_words.hpp"
#include "core/markdown/ids.hpp"
#include "core/markdown/options.hpp"

#include <cmark-gfm.h>

#include <map>
#include <string>

namespace broadside::markdown {

/// Writes the references to footnotes, and at the end of a text the footnotes with their links back.
class Footnotes {
public:
  Footnotes(const Options& options, const language::TextWords& words, const Ids& ids, html::Composer& composer)
      : options_(options), words_(words), ids_(ids), composer_(composer) {}

  /// A link cannot stand in a link, so with `in_link` the reference is only a number.
  void write_reference(cmark_node* reference, bool in_link);
  /// Opens the list before the item of the first definition.
  void enter_definition();
  /// Writes the item's id, and after its content the links back.
  void write_id();
  void write_back_links(cmark_node* definition);
  /// Closes the list, if there is one.
  void finish();

private:
  void write_back_link(int reference);
  std::string reference_id(int footnote, int reference) const;

  const Options& options_;
  const language::TextWords& words_;
  const Ids& ids_;
  html::Composer& composer_;
  bool is_open_ = false;
  int current_ = 0;
  std::map<cmark_node*, int> references_;
};

} // namespace broadside::markdown
