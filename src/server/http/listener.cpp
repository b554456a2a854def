#include "server/http/listener.hpp"

#include <system_error>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/error.hpp>

#include "server/process/log.hpp"

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

namespace broadside::server::http {

namespace {

// The pause is long enough not to spin, and short enough that nobody notices it.
constexpr std::chrono::milliseconds pause{100};

} // namespace

Listener::Listener(const asio::any_io_executor& executor, const tcp::endpoint& endpoint, const Shared& shared)
    : acceptor_(executor, endpoint), shared_(shared) {}

std::uint16_t Listener::port() const { return acceptor_.local_endpoint().port(); }

asio::awaitable<void> Listener::run() {
  bool was_able = true;
  while (acceptor_.is_open()) {
    auto [error, socket] = co_await acceptor_.async_accept(asio::as_tuple(asio::use_awaitable));
    if (error == asio::error::operation_aborted)
      break;
    if (error) {
      // Most often the process is out of descriptors. That passes when connections end, so the listener goes on
      // accepting.
      if (was_able)
        log::warn({"Could not accept a connection: ", std::error_code(error)});
      was_able = false;
      shared_.connections.evict_one();
      co_await shared_.connections.wait_for_one_to_leave(pause);
      continue;
    }
    if (!was_able)
      log::info({"Connections are accepted again"});
    was_able = true;
    co_await admit(std::move(socket));
  }
}

asio::awaitable<void> Listener::admit(tcp::socket socket) {
  beast::error_code gone;
  const auto peer = socket.remote_endpoint(gone);
  if (gone)
    co_return;
  const Origin origin = origin_of(plain(peer.address()));
  auto admission = shared_.connections.make_room(origin.block);
  // New connections wait meanwhile: one here, and the others in the kernel's queue.
  while (admission == Connections::Admission::not_yet && acceptor_.is_open()) {
    co_await shared_.connections.wait_for_one_to_leave(pause);
    admission = shared_.connections.make_room(origin.block);
  }
  if (admission == Connections::Admission::admitted)
    asio::co_spawn(acceptor_.get_executor(), run_session(std::move(socket), origin, shared_), asio::detached);
}

// A proxy brings the requests of many clients, and the programs of this machine belong to its operator.
Origin Listener::origin_of(const Address& peer) const {
  const bool is_exempt = (peer.is_loopback() && shared_.limits.loopback_is_exempt) || shared_.proxies.hold(peer);
  return {peer, is_exempt ? std::nullopt : std::optional(AddressRange::block_of(peer))};
}

void Listener::stop() { acceptor_.close(); }

} // namespace broadside::server::http
