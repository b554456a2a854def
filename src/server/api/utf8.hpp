#pragma once

#include <string_view>

namespace broadside::server::api {

/// Whether the text is well-formed UTF-8 (Unicode, table 3-7): no surrogates, no overlong forms.
bool is_utf8(std::string_view text);

} // namespace broadside::server::api
