#pragma once

#include <string>
#include <string_view>

namespace broadside::unicode {

/// Returns the text with full case folding (Unicode, 3.13), so that texts that differ only in case become the same.
/// Malformed UTF-8 becomes U+FFFD.
std::string fold_case(std::string_view text);

} // namespace broadside::unicode
