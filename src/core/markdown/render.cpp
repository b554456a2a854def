#include "core/markdown/render.hpp"

#include "core/markdown/parse.hpp"
#include "core/markdown/visitor.hpp"

namespace broadside::markdown {

void render(std::string_view text, const Options& options, html::Writer& writer) {
  const Document document = parse(text, options);
  Visitor(options, writer).visit(document.get());
}

} // namespace broadside::markdown
