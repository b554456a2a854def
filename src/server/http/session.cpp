#include "server/http/session.hpp"

#include "server/http/request_reader.hpp"
#include "server/http/response_writer.hpp"
#include "server/http/wire.hpp"
#include "server/process/log.hpp"

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace broadside::server::http {

namespace {

class Session final : public Connection {
public:
  Session(asio::ip::tcp::socket socket, const Origin& origin, const Shared& shared)
      : wire_{beast::tcp_stream(std::move(socket)), *this, shared.connections, shared.limits},
        reader_(wire_, origin.peer, shared.proxies), service_(shared.service) {
    prepare_to_write(wire_);
    wire_.connections.enter(*this, origin.block);
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session() override { wire_.connections.leave(*this); }

  void hang_up() override { wire_.stream.close(); }

  asio::awaitable<void> run() {
    // GCC 12 compiles a co_await in a loop's condition into wrong code.
    bool stays = true;
    while (stays)
      stays = co_await serve_one();
    wire_.stream.close();
  }

private:
  // Returns whether the connection stays open for a next request.
  asio::awaitable<bool> serve_one() {
    Request request;
    const auto keep_alive = co_await reader_.read(request);
    if (!keep_alive) {
      if (const auto& refusal = keep_alive.error().refusal)
        co_await refuse(*refusal, request);
      co_return false;
    }
    const auto response = co_await answer(request);
    request.body = {};
    const bool stays = *keep_alive && !wire_.connections.stopping();
    const bool written = co_await write(response, stays ? After::keep_alive : After::close, request);
    wire_.proceed(reader_.has_begun_the_next() ? Phase::head : Phase::resting);
    // The server may have begun to stop while the answer was written.
    co_return (written && stays && !wire_.connections.stopping());
  }

  asio::awaitable<Response> answer(const Request& request) {
    wire_.stream.expires_never();
    wire_.proceed(Phase::answering);
    try {
      co_return co_await service_.answer(request);
    } catch (const std::exception& exception) {
      log::error({"An answer failed: ", exception});
    }
    co_return service_.refuse({500, "Something went wrong here. It has been logged."}, request);
  }

  asio::awaitable<bool> write(const Response& response, After after, const Request& request) {
    return http::write(wire_, response, request.method == "HEAD" ? Part::head : Part::all, after);
  }

  asio::awaitable<void> refuse(const Refusal& refusal, const Request& request) {
    const auto response = service_.refuse(refusal, request);
    const bool written = co_await write(response, After::close, request);
    if (written)
      co_await linger();
  }

  // Closing the connection while the client still sends would reset it, and the client might lose the answer.
  asio::awaitable<void> linger() {
    beast::error_code ignored;
    wire_.stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    wire_.stream.expires_after(std::chrono::seconds(2));
    wire_.proceed(Phase::resting);
    co_await reader_.drain();
  }

  Wire wire_;
  RequestReader reader_;
  Service& service_;
};

} // namespace

asio::awaitable<void> run_session(asio::ip::tcp::socket socket, Origin origin, const Shared& shared) {
  Session session(std::move(socket), origin, shared);
  co_await session.run();
}

} // namespace broadside::server::http
