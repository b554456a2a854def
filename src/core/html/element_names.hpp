#pragma once

#include <string_view>

namespace broadside::html {

/// Returns whether an element of HTML, SVG or MathML has this name, in letters of either case. What has the form of a
/// tag and no such name is a writer's words: <Widget-id>, List<T>.
bool is_element_name(std::string_view name);

} // namespace broadside::html
