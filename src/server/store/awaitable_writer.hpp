#pragma once

#include "server/store/group_writer.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>

namespace broadside::server::store {

/// Calls GroupWriter::add from a coroutine, which resumes on its own executor. The writer must outlive it. `committed`
/// is called before that, on the writer's thread, so that the calls for several replies come in the order of the
/// commits. It must be quick. It is not called if nothing was committed.
boost::asio::awaitable<Result<Added>> add(GroupWriter&, NewReply, std::function<void(const Added&)> committed);

/// Does the same with GroupWriter::alter.
boost::asio::awaitable<Result<Altered>> alter(GroupWriter&, Alteration, std::function<void(const Altered&)> committed);

/// Does the same with GroupWriter::decide.
boost::asio::awaitable<Result<Decided>> decide(GroupWriter&, Decision, std::function<void(const Decided&)> committed);

/// Does the same with GroupWriter::check.
boost::asio::awaitable<Result<void>> check(GroupWriter&);

} // namespace broadside::server::store
