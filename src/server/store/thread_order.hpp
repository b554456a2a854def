#pragma once

#include "server/store/selection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::server::store {

// These functions alone know what the publisher's `threads` means for the replies under a text, and in which order they
// stand. A branch stays together: it stands where its first reply does.

/// Returns the sections of a thread, which follow each other. The replies of each are in the order of their paths.
///
/// A branch whose language is not known counts as one in the default language at the time of the call, so that nothing
/// that is kept has to change when the default does.
std::vector<Selection> sections_of(const ThreadQuery&);

/// Returns the number of the section that holds branches of that language, or nothing if the thread does not have them.
std::optional<int> section_of(const ThreadQuery&, const std::string& language);

/// Returns the path of a reply in that order, for its path in the order of the oldest, and the other way round.
std::string path_in(reply::Order, const std::string& path);

/// Returns the place of the reply at a path in the order of the oldest: its last number.
std::int64_t place_in(std::string_view path);

/// Returns the column that holds the paths in that order.
std::string path_column(reply::Order);

} // namespace broadside::server::store
