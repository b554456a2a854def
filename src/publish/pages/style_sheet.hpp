#pragma once

#include <string_view>

namespace broadside::publish {

/// The sheets of web/styles/, one after the other, as they were when this was built.
std::string_view style_sheet();

} // namespace broadside::publish
