#pragma once

#include "core/reply/reply.hpp"
#include "server/http/message.hpp"
#include "server/replies/rejection.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace broadside::server::api {

/// The reasons why a request was not fulfilled. Each has a stable type for programs, "urn:broadside:…": see
/// problem.cpp.
enum class ProblemType : std::uint8_t {
  malformed,
  origin_refused,
  replies_closed,
  not_found,
  unknown_article,
  unknown_reply,
  method_not_allowed,
  too_large,
  unsupported_media_type,
  invalid_reply,
  not_changeable,
  key_taken,
  parent_gone,
  too_many,
  unavailable,
  internal,
  not_http,
};

struct Problem {
  ProblemType type;
  /// The detail is one sentence for a developer.
  std::string detail;
  /// The problems of single fields. Only invalid_reply has any.
  std::vector<reply::Problem> fields = {};
};

Problem problem_of(const replies::Rejection&);

/// Returns the problem of a page that may not write.
Problem origin_refused();

unsigned status_of(ProblemType);

/// Returns the problem details (RFC 9457) as application/problem+json.
http::Response response_of(const Problem&);

/// Does the same for a request that http has refused, under the status that http chose.
http::Response response_of(const http::Refusal&);

/// Tells the client when to try again, if that may help.
void add_retry_after(ProblemType, http::Response&);

} // namespace broadside::server::api
