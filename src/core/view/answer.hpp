#pragma once

#include "core/error.hpp"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace broadside::view {

/// Answers one request of the loader's, JSON to JSON; docs/core.md has the requests and their answers.
/// Errors: unknown-request, and those of reading JSON, articles and messages; `where` is the path in the request.
tl::expected<std::string, Error> answer(std::string_view name, std::string_view request);

/// An error as the loader reads it: {"code", "where", "message"}.
std::string to_json(const Error&);

} // namespace broadside::view
