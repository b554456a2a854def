#pragma once

#include "pages/page.hpp"
#include "server/http/message.hpp"

namespace broadside::server::api {

/// Returns a page for readers without script. Nothing on it runs, no other site frames it, and nothing keeps it.
http::Response readers_page(const pages::Page&, unsigned status);

} // namespace broadside::server::api
