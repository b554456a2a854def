#pragma once

#include <string_view>

namespace broadside::publish {

/// web/styles/broadside.css, as it was when this was built.
std::string_view style_sheet();

} // namespace broadside::publish
