#include "server/http/session.hpp"

#include <array>
#include <optional>

#include <netinet/tcp.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_prefix.hpp>
#include <boost/beast/core/buffers_suffix.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <tl/expected.hpp>

#include "server/http/framing.hpp"
#include "server/http/response_head.hpp"
#include "server/log.hpp"

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace broadside::server::http {

namespace {

constexpr auto outcome = asio::as_tuple(asio::use_awaitable);

// Most requests fit, and a connection that does nothing costs no more.
constexpr std::size_t first_read = 2 * 1024;

using Parser = beast::http::request_parser<beast::http::string_body>;

// The connection ends here: with an answer that says why, or without one because nobody is there to read it.
struct Ending {
  std::optional<Refusal> refusal;
};

Ending gone() { return {std::nullopt}; }
Ending refused(unsigned status, std::string_view detail) { return {Refusal{status, detail}}; }

Request head_of(const Parser& parser) {
  const auto& message = parser.get();
  Request request;
  request.method = message.method_string();
  request.target = message.target();
  for (const auto& field : message)
    request.fields.push_back({field.name_string(), field.value()});
  return request;
}

Ending body_ending(beast::error_code error) {
  if (error == beast::http::error::body_limit || error == beast::http::error::buffer_overflow)
    return refused(413, "The request's body is too large.");
  if (error.category() == make_error_code(beast::http::error::bad_chunk).category() &&
      error != beast::http::error::partial_message && error != beast::http::error::end_of_stream)
    return refused(400, "The request is malformed.");
  return gone();
}

// An answer is handed to the system in steps of so many bytes, and only while the system has fewer that wait to be
// sent. So the rest is counted here, and a client that takes some of it is seen to: 1 KB a second is quick enough.
constexpr int write_step = 16 * 1024;

void keep_unsent_bytes_few(asio::ip::tcp::socket& socket) {
  setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &write_step, sizeof write_step);
}

class Session final : public Connection {
public:
  Session(asio::ip::tcp::socket socket, const Origin& origin, const Shared& shared)
      : stream_(std::move(socket)),
        // Room for a body in chunks of one byte is not needed all at once, but a chunk's extension must fit.
        buffer_(shared.limits.head_bytes + shared.limits.body_bytes), peer_(origin.peer), service_(shared.service),
        connections_(shared.connections), proxies_(shared.proxies), limits_(shared.limits) {
    keep_unsent_bytes_few(stream_.socket());
    connections_.enter(*this, origin.block);
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session() override { connections_.leave(*this); }

  void hang_up() override { stream_.close(); }

  asio::awaitable<void> run() {
    // GCC 12 makes wrong code of a co_await in a loop's condition.
    bool stays = true;
    while (stays)
      stays = co_await serve_one();
    stream_.close();
  }

private:
  // True where the connection stays open for a next request.
  asio::awaitable<bool> serve_one() {
    Request request;
    request.client = peer_;
    const auto keep_alive = co_await read_request(request);
    if (!keep_alive) {
      if (const auto& refusal = keep_alive.error().refusal)
        co_await refuse(*refusal, request);
      co_return false;
    }
    const auto response = co_await answer(request);
    request.body = {};
    const bool stays = *keep_alive && !connections_.stopping();
    const bool written = co_await write(response, stays ? After::keep_alive : After::close, request);
    if (buffer_.size() == 0)
      buffer_.shrink_to_fit();
    connections_.proceed(*this, buffer_.size() == 0 ? Phase::resting : Phase::head);
    // The server may have begun to stop while the answer was written.
    co_return (written && stays && !connections_.stopping());
  }

  // Whether the client keeps the connection.
  asio::awaitable<tl::expected<bool, Ending>> read_request(Request& request) {
    const auto head_length = co_await read_head();
    if (!head_length)
      co_return tl::unexpected(head_length.error());
    const auto head = received().substr(0, *head_length);
    if (const auto refusal = check_framing(head, limits_))
      co_return tl::unexpected(Ending{refusal});

    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(limits_.head_bytes));
    parser.body_limit(limits_.body_bytes);
    beast::error_code error;
    parser.put(asio::buffer(head.data(), head.size()), error);
    buffer_.consume(head.size());
    request = head_of(parser);
    request.client = proxies_.client_of(request.fields, peer_);
    if (error)
      co_return tl::unexpected(body_ending(error));

    const auto ending = co_await read_body(parser, request);
    if (ending)
      co_return tl::unexpected(*ending);
    request.body = std::move(parser.get().body());
    co_return parser.keep_alive() && parser.get().version() == 11;
  }

  asio::awaitable<tl::expected<std::size_t, Ending>> read_head() {
    stream_.expires_after(phase() == Phase::resting ? limits_.rest_time : limits_.head_time);
    for (std::size_t scanned = 0;;) {
      scanned -= std::min(scanned, skip_empty_lines());
      const auto scan = scan_head(received(), scanned);
      if (scan.state == HeadState::complete)
        co_return scan.length;
      if (scan.state == HeadState::malformed)
        co_return tl::unexpected(refused(400, "The request's head holds a bare line feed or a NUL."));
      scanned = received().size();
      if (scanned >= limits_.head_bytes)
        co_return tl::unexpected(too_large_head());
      const bool more = co_await read_more(limits_.head_bytes - scanned);
      if (!more)
        co_return tl::unexpected(gone());
    }
  }

  // RFC 9112, 2.2: empty lines before a request are skipped, as some clients send one after a body.
  std::size_t skip_empty_lines() {
    std::size_t skipped = 0;
    while (received().substr(skipped).starts_with("\r\n"))
      skipped += 2;
    buffer_.consume(skipped);
    return skipped;
  }

  Ending too_large_head() {
    return received().find("\r\n") == std::string_view::npos ? refused(414, "The request's address is too long.")
                                                             : refused(431, "The request's head is too large.");
  }

  asio::awaitable<bool> read_more(std::size_t at_most) {
    const auto room = buffer_.prepare(std::min(at_most, std::max(first_read, buffer_.capacity() - buffer_.size())));
    const auto [error, length] = co_await stream_.async_read_some(room, outcome);
    if (error)
      co_return false;
    buffer_.commit(length);
    if (phase() == Phase::resting)
      stream_.expires_after(limits_.head_time);
    // Not for each byte of a head that is under way: who sends them one by one would always look busy.
    if (phase() != Phase::head)
      connections_.proceed(*this, Phase::head);
    co_return true;
  }

  asio::awaitable<std::optional<Ending>> read_body(Parser& parser, const Request& request) {
    if (parser.is_done())
      co_return std::nullopt;
    stream_.expires_after(limits_.body_time);
    connections_.proceed(*this, Phase::body);
    if (const auto expectation = request.field("Expect"); !expectation.empty()) {
      if (!same_ignoring_case(expectation, "100-continue"))
        co_return refused(417, "Only 100-continue can be expected.");
      if (buffer_.size() == 0) {
        const bool written = co_await write_continue();
        if (!written)
          co_return gone();
      }
    }
    parser.eager(true);
    while (!parser.is_done()) {
      const auto [error, length] = co_await beast::http::async_read_some(stream_, buffer_, parser, outcome);
      if (error)
        co_return body_ending(error);
      connections_.hold(*this, buffer_.capacity() + parser.get().body().capacity());
    }
    co_return std::nullopt;
  }

  asio::awaitable<bool> write_continue() {
    static constexpr std::string_view text = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto [error, length] = co_await asio::async_write(stream_, asio::buffer(text), outcome);
    co_return !error;
  }

  asio::awaitable<Response> answer(const Request& request) {
    stream_.expires_never();
    connections_.proceed(*this, Phase::answering);
    try {
      co_return co_await service_.answer(request);
    } catch (const std::exception& exception) {
      log::error({"An answer failed: ", exception});
    }
    co_return service_.refuse({500, "Something went wrong here. It has been noted."}, request);
  }

  asio::awaitable<void> refuse(const Refusal& refusal, const Request& request) {
    const auto response = service_.refuse(refusal, request);
    const bool written = co_await write(response, After::close, request);
    if (written)
      co_await linger();
  }

  asio::awaitable<bool> write(const Response& response, After after, const Request& request) {
    const auto head = response_head(response, after);
    const std::string_view body = request.method == "HEAD" ? std::string_view{} : response.body;
    beast::buffers_suffix rest(std::array{asio::buffer(head), asio::buffer(body)});
    connections_.proceed(*this, Phase::writing);
    connections_.hold(*this, head.size() + response.body.size());
    for (auto left = head.size() + body.size(); left > 0;) {
      stream_.expires_after(limits_.write_time);
      const auto [error, length] =
          co_await stream_.async_write_some(beast::buffers_prefix(std::size_t{write_step}, rest), outcome);
      if (error)
        co_return false;
      rest.consume(length);
      left -= length;
      connections_.proceed(*this, Phase::writing);
    }
    connections_.hold(*this, 0);
    co_return true;
  }

  // Closing while the client still sends would reset the connection, and the client might lose the answer with it.
  asio::awaitable<void> linger() {
    beast::error_code ignored;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    stream_.expires_after(std::chrono::seconds(2));
    connections_.proceed(*this, Phase::resting);
    for (std::size_t left = 4 * limits_.body_bytes; left > 0;) {
      buffer_.clear();
      const auto [error, length] = co_await stream_.async_read_some(buffer_.prepare(first_read), outcome);
      if (error)
        co_return;
      left -= std::min(left, length);
    }
  }

  std::string_view received() const {
    const auto data = buffer_.data();
    return {static_cast<const char*>(data.data()), data.size()};
  }

  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  Address peer_;
  Service& service_;
  Connections& connections_;
  const TrustedProxies& proxies_;
  const Limits& limits_;
};

} // namespace

asio::awaitable<void> run_session(asio::ip::tcp::socket socket, Origin origin, const Shared& shared) {
  Session session(std::move(socket), origin, shared);
  co_await session.run();
}

} // namespace broadside::server::http
