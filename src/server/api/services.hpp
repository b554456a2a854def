#pragma once

#include "server/api/cross_origin.hpp"
#include "server/replies/service.hpp"

#include <filesystem>

namespace broadside::server::api {

/// What handlers find their answers with.
struct Services {
  std::filesystem::path site;
  replies::Service& replies;
  CrossOrigin cross_origin;
};

} // namespace broadside::server::api
