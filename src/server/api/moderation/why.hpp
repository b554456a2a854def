#pragma once

#include "pages/markup.hpp"
#include "server/api/address.hpp"

#include <optional>
#include <string>

namespace broadside::server::api {

/// The reason that a moderator gives for a decision.
struct Why {
  /// The reason in words; empty if none was given.
  std::string words = {};
  bool is_legal = false;
};

/// Returns the fields of a form in which a moderator chooses and types a reason.
pages::Markup why_fields();

/// Reads these fields. Returns nothing if the reason is longer than 500 characters.
std::optional<Why> why_in(const Parameters& form);

constexpr std::string_view why_too_long = "The reason has more than 500 characters.";

} // namespace broadside::server::api
