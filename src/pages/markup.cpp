#include "pages/markup.hpp"

#include <algorithm>
#include <cassert>

namespace broadside::pages {

Hole::Hole(std::string_view name, std::string_view text) : name_(name) { html::TextWriter(html_).text(text); }

Hole::Hole(std::string_view name, const Markup& markup) : name_(name), html_(markup.html()) {}

Markup Markup::fill(Template page, std::initializer_list<Hole> holes) {
  Markup markup;
  std::string_view rest = page.text();
  for (auto start = rest.find('{'); start != std::string_view::npos; start = rest.find('{')) {
    const auto end = rest.find('}', start);
    const auto name = rest.substr(start + 1, end - start - 1);
    const auto* const hole =
        std::find_if(holes.begin(), holes.end(), [&](const Hole& one) { return one.name() == name; });
    assert(hole != holes.end());
    markup.html_.append(rest.substr(0, start)).append(hole->html());
    rest.remove_prefix(end + 1);
  }
  markup.html_.append(rest);
  return markup;
}

Markup Markup::style(const InlineStyle& style) {
  Markup markup;
  markup.html_.append("<style>").append(style.css).append("</style>\n");
  return markup;
}

} // namespace broadside::pages
