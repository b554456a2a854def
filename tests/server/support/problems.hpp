#pragma once

#include "support/client.hpp"

#include <string>

namespace broadside::test {

/// Checks that an answer to any page is the problem of that type ("malformed"), with all members that it must have.
void check_problem(const Answer&, int status, const std::string& type);

} // namespace broadside::test
