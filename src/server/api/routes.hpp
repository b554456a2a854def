#pragma once

#include "server/api/route.hpp"

#include <span>

namespace broadside::server::api {

/// The table of everything that this server answers. Whatever asks what there is (OPTIONS, 404, 405, and the test that
/// holds docs/openapi.yaml to the server) reads it here.
std::span<const Route> routes();

} // namespace broadside::server::api
