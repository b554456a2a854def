#pragma once

#include <string_view>

namespace broadside::server {

/// Compares in a time that says nothing about where the texts differ.
bool is_same_secret(std::string_view one, std::string_view other);

} // namespace broadside::server
