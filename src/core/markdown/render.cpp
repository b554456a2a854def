#include "core/markdown/render.hpp"

#include "core/html/element.hpp"
#include "core/html/text_writer.hpp"
#include "core/html/tree_writer.hpp"
#include "core/language_tag.hpp"
#include "core/markdown/parse.hpp"
#include "core/markdown/visitor.hpp"
#include "core/yaml/front_matter.hpp"

namespace broadside::markdown {

void render(std::string_view text, const Options& options, html::Writer& writer) {
  const Document document = parse(text, options);
  Visitor(options, writer).visit(document);
}

void render_file(std::string_view text, const Options& options, html::Writer& writer) {
  if (options.profile != Profile::article)
    return render(text, options, writer);
  yaml::FrontMatter front_matter;
  text = yaml::take_front_matter(text, front_matter);
  Options own = options;
  if (own.language.empty() && language::well_formed(front_matter.language))
    own.language = front_matter.language;
  render(text, own, writer);
}

std::string rendered_file(std::string_view text, const Options& options, Output output) {
  std::string result;
  if (output == Output::html) {
    html::TextWriter writer(result);
    render_file(text, options, writer);
  } else {
    html::TreeWriter writer(result);
    html::element(writer, html::Element::div, {}, [&] { render_file(text, options, writer); });
  }
  return result;
}

} // namespace broadside::markdown
