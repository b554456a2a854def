#pragma once

#include "pages/markup.hpp"

#include <string_view>

namespace broadside::publish {

/// Returns a licence as the foot of a page names it: as a link, if it is an address or the name or the SPDX
/// identifier of one of Creative Commons’ licences, such as "CC-BY-4.0", and else as it was written. It is empty if
/// there is none.
pages::Markup licence(std::string_view written);

} // namespace broadside::publish
