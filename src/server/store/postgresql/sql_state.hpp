#pragma once

#include "server/store/failure.hpp"

#include <exception>

namespace broadside::server::store {

/// Returns the failure that an exception of SOCI stands for, by PostgreSQL's SQLSTATE:
/// https://www.postgresql.org/docs/15/errcodes-appendix.html.
Failure postgresql_failure_of(const std::exception&);

} // namespace broadside::server::store
