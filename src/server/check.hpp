#pragma once

#include "core/error.hpp"
#include "server/server.hpp"

#include <tl/expected.hpp>

namespace broadside::server {

/// Finds out whether a server could be started with these options, as far as that can be told without opening the
/// database or a port. Errors: those of Server::open that are about neither.
tl::expected<void, Error> check(const Options&);

} // namespace broadside::server
