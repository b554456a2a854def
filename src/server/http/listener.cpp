#include "server/http/listener.hpp"

#include <system_error>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "server/http/session.hpp"
#include "server/log.hpp"

namespace asio = boost::asio;
using asio::ip::tcp;

namespace broadside::server::http {

namespace {

// Long enough not to spin, short enough that nobody notices.
constexpr std::chrono::milliseconds pause{100};

} // namespace

Listener::Listener(const asio::any_io_executor& executor, const std::string& address, std::uint16_t port,
                   Service& service, Connections& connections, const Limits& limits)
    : acceptor_(executor, tcp::endpoint(asio::ip::make_address(address), port)), service_(service),
      connections_(connections), limits_(limits) {}

std::uint16_t Listener::port() const { return acceptor_.local_endpoint().port(); }

asio::awaitable<void> Listener::run() {
  while (acceptor_.is_open()) {
    auto [error, socket] = co_await acceptor_.async_accept(asio::as_tuple(asio::use_awaitable));
    if (error == asio::error::operation_aborted)
      break;
    if (error) {
      // Mostly: out of descriptors. It passes when connections end, so accepting goes on.
      log::warn({"Could not accept a connection: ", std::error_code(error)});
      connections_.hang_up_resting();
      asio::steady_timer timer(acceptor_.get_executor(), pause);
      co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
      continue;
    }
    const bool has_place = co_await make_room();
    if (has_place)
      asio::co_spawn(acceptor_.get_executor(), run_session(std::move(socket), service_, connections_, limits_),
                     asio::detached);
  }
}

// Where all places are taken, those who rest between two requests give theirs up, and newcomers wait: one here, the
// others in the kernel's queue. False where the server is stopped meanwhile.
asio::awaitable<bool> Listener::make_room() {
  bool has_place = connections_.count() < limits_.connections;
  while (!has_place && acceptor_.is_open()) {
    connections_.hang_up_resting();
    has_place = co_await connections_.wait_for_at_most(limits_.connections - 1, pause);
  }
  co_return has_place;
}

void Listener::stop() { acceptor_.close(); }

} // namespace broadside::server::http
