#include "core/markdown/prose.hpp"

#include "core/markdown/nodes.hpp"
#include "core/unicode/character.hpp"

namespace broadside::markdown {

Prose::Prose(const Options& options, html::Composer& composer) : options_(options), composer_(composer) {
  if (options.typography == Typography::smart)
    typographer_.emplace(options.language);
}

void Prose::begin_block() {
  if (typographer_)
    typographer_->begin_block();
}

void Prose::words(std::string_view text) {
  if (typographer_)
    composer_.text(typographer_->set(text));
  else
    composer_.text(text);
}

void Prose::verbatim(std::string_view text) {
  skip();
  composer_.text(text);
}

void Prose::skip() {
  if (typographer_)
    typographer_->skip();
}

void Prose::line_break() {
  if (typographer_)
    typographer_->set("\n");
}

// CommonMark, 6.12, allows a space or a line ending here, which browsers show as a space.
void Prose::soft_break(cmark_node* node) {
  const bool is_joined = !is_bare(options_.profile) && unicode::joins_line(character_before(node)) &&
                         unicode::joins_line(character_after(node));
  if (!is_joined)
    words("\n");
}

} // namespace broadside::markdown
