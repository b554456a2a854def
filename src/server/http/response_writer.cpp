#include "server/http/response_writer.hpp"

#include <array>
#include <string_view>

#include <netinet/tcp.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_prefix.hpp>
#include <boost/beast/core/buffers_suffix.hpp>

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace broadside::server::http {

namespace {

// The server hands an answer to the system in steps of so many bytes, and only while the system has fewer waiting to be
// sent. So the rest is counted here, and it shows whether the client takes any of it: 1 KB a second is fast enough.
constexpr int write_step = 16 * 1024;

} // namespace

void prepare_to_write(Wire& wire) {
  const int socket = wire.stream.socket().native_handle();
  setsockopt(socket, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &write_step, sizeof write_step);
  // Without this, the last bytes of a long answer would wait until the client has acknowledged those before. A client
  // that has nothing to send does that 40 ms later.
  const int at_once = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
}

asio::awaitable<bool> write(Wire& wire, const Response& response, Part part, After after) {
  const auto head = response_head(response, after);
  const std::string_view body = part == Part::head ? std::string_view{} : response.body;
  beast::buffers_suffix rest(std::array{asio::buffer(head), asio::buffer(body)});
  wire.proceed(Phase::writing);
  wire.hold(head.size() + response.body.size());
  for (auto left = head.size() + body.size(); left > 0;) {
    wire.stream.expires_after(wire.limits.write_time);
    const auto [error, length] = co_await wire.stream.async_write_some(
        beast::buffers_prefix(std::size_t{write_step}, rest), asio::as_tuple(asio::use_awaitable));
    if (error)
      co_return false;
    rest.consume(length);
    left -= length;
    wire.proceed(Phase::writing);
  }
  wire.hold(0);
  co_return true;
}

} // namespace broadside::server::http
