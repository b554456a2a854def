#pragma once

#include "server/replies/service.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace broadside::server::api {

/// {"replies": [{"id", "name", "website"?, "text", "created", "language"?}], "count": …, "next": "…" | null}
std::string json_of(const replies::Page&);

/// {"reply": {…}, "count"?: …}
std::string json_of(const reply::Reply&, std::optional<std::int64_t> count);

} // namespace broadside::server::api
