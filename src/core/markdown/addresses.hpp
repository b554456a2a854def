#pragma once

#include "core/markdown/ids.hpp"
#include "core/markdown/options.hpp"

#include <optional>
#include <string_view>

namespace broadside::markdown {

/// The address of a link; that of a lone fragment is the place in this text. Nothing where it is not safe.
std::optional<html::Url> link_address(std::string_view text, const Options&, const Ids&);

} // namespace broadside::markdown
