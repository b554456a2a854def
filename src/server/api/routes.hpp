#pragma once

#include "server/api/route.hpp"

#include <span>

namespace broadside::server::api {

/// The table of everything that this server answers. All that depends on it reads it here: OPTIONS, 404, 405, and the
/// test that compares docs/openapi.yaml with the server.
std::span<const Route> routes();

} // namespace broadside::server::api
