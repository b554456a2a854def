#pragma once

#include "server/store/group_writer.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>

namespace broadside::server::store {

/// GroupWriter::add for a coroutine, which resumes on its own executor. The writer must outlive it. `committed` is
/// called before that, on the writer's thread: so those of several replies are called in the order of the commits, and
/// must be quick. It is not called where nothing was committed.
boost::asio::awaitable<Result<Added>> add(GroupWriter&, NewReply, std::function<void(const Added&)> committed);

/// The same of GroupWriter::check.
boost::asio::awaitable<Result<void>> check(GroupWriter&);

} // namespace broadside::server::store
