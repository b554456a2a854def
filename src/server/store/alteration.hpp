#pragma once

#include "core/reply/reply.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace soci {
class session;
}

namespace broadside::server::store {

/// A change of a reply that is kept.
struct Alteration {
  std::string article;
  /// The id of the reply.
  std::string reply;
  /// The state from now on, and a word for the reason: see replies::Verdict.
  reply::State state;
  std::string reason;
  /// The new text, if there is one. It has passed reply::validate.
  std::optional<std::string> text = std::nullopt;
  /// The writer's proof, which moderators do not need: the token of a reply that was created at `earliest` or later.
  struct Writer {
    std::string token, earliest;
  };
  std::optional<Writer> writer = std::nullopt;
  /// The version of the reply that a moderator has seen: see Card. Nothing is altered if it has another one now.
  std::optional<std::int64_t> version = std::nullopt;
  /// The moderator's own words about it, for the audit log.
  std::string why = {};
  /// The id of the decision that this is a part of; empty if it is none.
  std::string decision = {};
  /// The name under which the audit log has this, and the time as RFC 3339, in UTC.
  std::string actor, time;
};

struct Altered {
  enum class Outcome : std::uint8_t {
    altered,
    refused, // there is no such reply, or the writer may not alter it, or not any more
    stale,   // the reply has another version now
  };
  Outcome outcome;
  /// The reply as its writer sees it.
  reply::Reply reply = {};
  /// The language that decides in which section of a thread its branch stands.
  std::string branch_language = {};
  /// True if readers see the reply now, and did not see it before.
  bool is_newly_published = false;
};

/// Alters a reply and notes who has done it, if it may be done. Throws what SOCI throws.
Altered alter(soci::session&, const Alteration&);

} // namespace broadside::server::store
