#pragma once

#include <string_view>

namespace broadside::pages {

/// Returns the style sheets of web/styles/, one after the other, as they were when this program was built.
std::string_view style_sheet();

} // namespace broadside::pages
