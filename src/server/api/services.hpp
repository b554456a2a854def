#pragma once

#include "server/api/cross_origin.hpp"
#include "server/articles.hpp"
#include "server/store/group_writer.hpp"
#include "server/store/store.hpp"

#include <filesystem>

namespace broadside::server::api {

/// What handlers find their answers with.
struct Services {
  std::filesystem::path site;
  Articles& articles;
  store::Store& store;
  store::GroupWriter& writer;
  CrossOrigin cross_origin;
};

} // namespace broadside::server::api
