#pragma once

#include "core/error.hpp"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace broadside::server::store {

/// Returns whether the text is an address of PostgreSQL, and not a file's name.
bool is_postgresql_address(std::string_view);

/// The address of a database of PostgreSQL, as libpq takes it.
struct ConnectionText {
  /// The parameters, with our defaults for those that the operator has not given.
  std::string text;
  /// The address without the password and the other parameters, for messages.
  std::string name;

  /// Errors: database-malformed.
  static tl::expected<ConnectionText, Error> parse(const std::string& address);
};

} // namespace broadside::server::store
