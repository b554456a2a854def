#pragma once

#include "server/store/store.hpp"

#include <string>

namespace broadside::server::api {

/// {"replies": [{"id", "name", "website"?, "text", "created"}], "next": "…" | null}
std::string json_of(const store::Page&);

/// {"reply": {…}}
std::string json_of(const reply::Reply&);

} // namespace broadside::server::api
