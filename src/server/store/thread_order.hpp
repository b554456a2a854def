#pragma once

#include "server/store/selection.hpp"

#include <optional>
#include <vector>

namespace broadside::server::store {

/// Returns the sections of a thread, which follow each other. The replies of each are in the order of their places.
/// This function alone knows what the publisher's `threads` means for the replies under a text.
///
/// A reply whose language is not known counts as one in the default language at the time of the call, so that nothing
/// that is kept has to change when the default does.
std::vector<Selection> sections_of(const ThreadQuery&);

/// Returns the number of the section that holds replies of that language, or nothing if the thread does not have them.
std::optional<int> section_of(const ThreadQuery&, const std::string& language);

} // namespace broadside::server::store
