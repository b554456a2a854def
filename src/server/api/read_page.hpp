#pragma once

#include "server/api/route.hpp"
#include "server/replies/service.hpp"

#include <optional>
#include <string>

namespace broadside::server::api {

/// Returns a page of replies as JSON. A page that is asked for again is sent as it was written before, as long as no
/// reply of the article has changed, and 304 is the answer to a client that has it already (RFC 9110, 13.1.2).
http::Response read_page(Services&, const Call&, const ArticleInfo&, const replies::PageRequest&);

} // namespace broadside::server::api
