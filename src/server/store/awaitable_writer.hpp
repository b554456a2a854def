#pragma once

#include "server/store/group_writer.hpp"

#include <boost/asio/awaitable.hpp>

namespace broadside::server::store {

/// GroupWriter::add for a coroutine, which resumes on its own executor. The writer must outlive it.
boost::asio::awaitable<Result<Added>> add(GroupWriter&, NewReply);

/// The same of GroupWriter::check.
boost::asio::awaitable<Result<void>> check(GroupWriter&);

} // namespace broadside::server::store
