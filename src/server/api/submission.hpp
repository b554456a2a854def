#pragma once

#include "server/api/problem.hpp"
#include "server/api/route.hpp"
#include "server/replies/submission.hpp"

#include <tl/expected.hpp>

namespace broadside::server::api {

enum class SentAs : std::uint8_t { json, form };

/// Returns how the request sends a reply, by its Content-Type; nothing where it is neither way.
std::optional<SentAs> sent_as(const http::Request&);

/// Reads the reply out of a request that sends it so. Members that are missing are empty. Errors: malformed.
tl::expected<replies::Submission, Problem> read_submission(const Call&, SentAs);

} // namespace broadside::server::api
