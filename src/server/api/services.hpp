#pragma once

#include "server/api/cross_origin.hpp"
#include "server/api/page_cache.hpp"
#include "server/moderation/decisions.hpp"
#include "server/moderation/sessions.hpp"
#include "server/moderation/sign_in.hpp"
#include "server/replies/reports.hpp"
#include "server/replies/service.hpp"

#include <filesystem>
#include <string>

namespace broadside::server::api {

/// The parts of the server that handlers use.
struct Services {
  std::filesystem::path site;
  replies::Service& replies;
  replies::Reports& reports;
  replies::Closures& closures;
  store::Records& records;
  CrossOrigin cross_origin;
  PageCache& pages;
  /// A random name of this start of the server.
  std::string start;
  moderation::Decisions& decisions;
  moderation::SignIn& sign_in;
  moderation::Sessions& sessions;
};

} // namespace broadside::server::api
