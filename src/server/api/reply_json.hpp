#pragma once

#include "server/replies/service.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace broadside::server::api {

/// Returns {"replies": [{"id", "place", "position", "section"?, "name", "website"?, "text", "created", "language"?,
/// "state"?, "parent"?: {"id", "name"}, "answers"?}], "count": …, "next": "…" | null, "since": "…"}.
std::string json_of(const replies::Page&);

/// Returns {"changes": [{"id", "place", "name", …} | {"id", "place", "gone": true}], "count": …, "since": "…", "more":
/// …}.
std::string json_of(const replies::Changes&);

/// Returns {"reply": {…}, "count"?: …, "token"?: "…"}.
std::string json_of(const replies::Kept&, std::optional<std::int64_t> count);

} // namespace broadside::server::api
