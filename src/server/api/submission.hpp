#pragma once

#include "server/api/problem.hpp"
#include "server/api/route.hpp"
#include "server/replies/submission.hpp"

#include <tl/expected.hpp>

namespace broadside::server::api {

enum class SentAs : std::uint8_t { json, form };

/// Returns the format in which the request sends a reply, by its Content-Type. Returns nothing if it is neither format.
std::optional<SentAs> sent_as(const http::Request&);

/// Returns the answer to a request in any other format.
http::Response unsupported_type();

/// Reads the reply from a request that sends it in that format. Missing members are empty. Errors: malformed.
tl::expected<replies::Submission, Problem> read_submission(const Call&, SentAs);

} // namespace broadside::server::api
