#pragma once

#include "server/store/selection.hpp"

#include <optional>
#include <vector>

namespace broadside::server::store {

/// Returns the sections of a thread, which stand one after the other, each with its replies in the order of their
/// places. Nothing else knows what the publisher's `threads` means for the replies under a text.
///
/// A reply for which no language is known counts for the default one, which is taken when it is asked for: nothing that
/// is kept has to change when the default does.
std::vector<Selection> sections_of(const Thread&);

/// Returns the number of the section in which a reply kept with that language stands, or nothing where the thread does
/// not have it.
std::optional<int> section_of(const Thread&, const std::string& language);

} // namespace broadside::server::store
