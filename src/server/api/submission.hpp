#pragma once

#include "core/reply/reply.hpp"
#include "server/api/problem.hpp"

#include <tl/expected.hpp>

#include <string>

namespace broadside::server::api {

/// A reply as it was sent, not yet judged.
struct Submission {
  reply::Draft draft;
  /// See store::NewReply. Empty where none was sent.
  std::string key;
  /// See store::NewReply. Whatever was sent.
  std::string language;
};

tl::expected<Submission, Problem> read_json(std::string_view body);

/// Of a form that a browser sends without script. Members that are missing are empty.
tl::expected<Submission, Problem> read_form(std::string_view body);

} // namespace broadside::server::api
