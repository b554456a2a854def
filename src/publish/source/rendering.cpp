#include "publish/source/rendering.hpp"

namespace broadside::publish {

Rendering read_rendering(const Fields& fields, const Rendering& usual, Faults& faults) {
  return {fields.word("html", markdown::raw_html_words, faults).value_or(usual.raw_html),
          fields.word("typography", markdown::typography_words, faults).value_or(usual.typography)};
}

} // namespace broadside::publish
