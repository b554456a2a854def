#pragma once

#include "core/error.hpp"

#include <tl/expected.hpp>

#include <string>

namespace broadside::cli {

/// Asks for a new password at the terminal, twice, without showing what is typed. If standard input is no terminal, its
/// first line is the password. Errors: password-missing, passwords-differ.
tl::expected<std::string, Error> ask_for_new_password();

} // namespace broadside::cli
