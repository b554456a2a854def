#include "pages/markup.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

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

namespace {

constexpr std::pair<std::string_view, std::string_view> escaped_in_script[] = {
    {"<", "\\u003C"}, {">", "\\u003E"}, {"&", "\\u0026"}, {"\u2028", "\\u2028"}, {"\u2029", "\\u2029"},
};

// These characters occur only in the strings of JSON, in which any character may be escaped.
void append_for_script(std::string& out, std::string_view json) {
  while (!json.empty()) {
    const auto* const escape = std::find_if(std::begin(escaped_in_script), std::end(escaped_in_script),
                                            [&](const auto& one) { return json.starts_with(one.first); });
    const bool is_plain = escape == std::end(escaped_in_script);
    out.append(is_plain ? json.substr(0, 1) : escape->second);
    json.remove_prefix(is_plain ? 1 : escape->first.size());
  }
}

} // namespace

Markup Markup::json_data(std::string_view type, std::string_view json) {
  Markup markup = fill(R"(<script type="{type}">)", {{"type", type}});
  append_for_script(markup.html_, json);
  markup.html_.append("</script>\n");
  return markup;
}

Markup Markup::style(const InlineStyle& style) {
  Markup markup;
  markup.html_.append("<style>").append(style.css).append("</style>\n");
  return markup;
}

} // namespace broadside::pages
