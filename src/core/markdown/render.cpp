#include "core/markdown/render.hpp"

#include "core/markdown/parse.hpp"
#include "core/markdown/visitor.hpp"
#include "core/yaml/front_matter.hpp"

namespace broadside::markdown {

void render(std::string_view text, const Options& options, html::Writer& writer) {
  const Document document = parse(text, options);
  Visitor(options, writer).visit(document);
}

void render_file(std::string_view text, const Options& options, html::Writer& writer) {
  FrontMatter front_matter;
  render(options.profile == Profile::article ? take_front_matter(text, front_matter) : text, options, writer);
}

} // namespace broadside::markdown
