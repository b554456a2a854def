#pragma once

#include "server/replies/service.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace broadside::server::api {

/// Returns {"replies": [{"id", "place", "section"?, "name", "website"?, "text", "created", "language"?}], "count": …,
/// "next": "…" | null, "since": "…"}.
std::string json_of(const replies::Page&);

/// Returns {"changes": [{"id", "place", "name", …} | {"id", "place", "gone": true}], "count": …, "since": "…", "more":
/// …}.
std::string json_of(const replies::Changes&);

/// Returns {"reply": {…}, "count"?: …}.
std::string json_of(const reply::Reply&, std::optional<std::int64_t> count);

} // namespace broadside::server::api
