#pragma once

#include "core/markdown/ids.hpp"
#include "core/markdown/options.hpp"

#include <optional>
#include <string_view>

namespace broadside::markdown {

/// Returns the address of a link. A lone fragment becomes the address of the place in this text. Returns nothing if the
/// address is not safe.
std::optional<html::Url> link_address(std::string_view text, const Options&, const Ids&);

} // namespace broadside::markdown
