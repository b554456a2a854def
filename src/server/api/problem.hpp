#pragma once

#include "core/reply/reply.hpp"
#include "server/http/message.hpp"
#include "server/replies/rejection.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace broadside::server::api {

/// Why a request was not done. Each has a stable type, "urn:broadside:…", for programs: see problem.cpp.
enum class ProblemType : std::uint8_t {
  malformed,
  origin_refused,
  replies_closed,
  not_found,
  unknown_article,
  method_not_allowed,
  too_large,
  unsupported_media_type,
  invalid_reply,
  key_taken,
  unavailable,
  internal,
  not_http,
};

struct Problem {
  ProblemType type;
  /// One sentence for a developer.
  std::string detail;
  /// What is wrong with which field; of invalid_reply only.
  std::vector<reply::Problem> fields = {};
};

Problem problem_of(const replies::Rejection&);

unsigned status_of(ProblemType);

/// Problem details (RFC 9457), as application/problem+json.
http::Response response_of(const Problem&);

/// The same for what http has refused, under the status that it chose.
http::Response response_of(const http::Refusal&);

/// Tells the client when to try again, where that may help.
void add_retry_after(ProblemType, http::Response&);

} // namespace broadside::server::api
