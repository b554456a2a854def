#pragma once

#include "server/api/cross_origin.hpp"
#include "server/replies/service.hpp"

#include <filesystem>

namespace broadside::server::api {

/// The parts of the server that handlers use.
struct Services {
  std::filesystem::path site;
  replies::Service& replies;
  CrossOrigin cross_origin;
};

} // namespace broadside::server::api
