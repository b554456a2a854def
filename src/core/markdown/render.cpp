#include "core/markdown/render.hpp"

#include "core/markdown/front_matter.hpp"
#include "core/markdown/parse.hpp"
#include "core/markdown/visitor.hpp"

#include <memory>

namespace broadside::markdown {

void render(std::string_view text, const Options& options, html::Writer& writer) {
  FrontMatter front_matter;
  const auto body = options.profile == Profile::article ? take_front_matter(text, front_matter) : text;
  const Document document = parse(body, options);
  Visitor(options, writer).visit(document.get());
}

} // namespace broadside::markdown
