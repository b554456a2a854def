#include "server/http/request_reader.hpp"

#include <algorithm>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/read.hpp>

#include "server/http/framing.hpp"

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace broadside::server::http {

namespace {

constexpr auto outcome = asio::as_tuple(asio::use_awaitable);

// Most requests fit into this, and a connection that sends nothing costs no more.
constexpr std::size_t first_read = 2 * 1024;

Ending gone() { return {std::nullopt}; }
Ending refused(unsigned status, std::string_view detail) { return {Refusal{status, detail}}; }

Request head_of(const beast::http::request<beast::http::string_body>& message) {
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

asio::awaitable<bool> write_continue(Wire& wire) {
  static constexpr std::string_view text = "HTTP/1.1 100 Continue\r\n\r\n";
  const auto [error, length] = co_await asio::async_write(wire.stream, asio::buffer(text), outcome);
  co_return !error;
}

} // namespace

// A body in chunks of one byte does not need room for all of them at once, but a chunk's extension must fit.
RequestReader::RequestReader(Wire& wire, const Address& peer, const TrustedProxies& proxies)
    : wire_(wire), peer_(peer), proxies_(proxies), buffer_(wire.limits.head_bytes + wire.limits.body_bytes) {}

asio::awaitable<tl::expected<bool, Ending>> RequestReader::read(Request& request) {
  request.client = peer_;
  const auto head_length = co_await read_head();
  if (!head_length)
    co_return tl::unexpected(head_length.error());
  const auto head = received().substr(0, *head_length);
  if (const auto refusal = check_framing(head, wire_.limits))
    co_return tl::unexpected(Ending{refusal});

  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(wire_.limits.head_bytes));
  parser.body_limit(wire_.limits.body_bytes);
  beast::error_code error;
  parser.put(asio::buffer(head.data(), head.size()), error);
  buffer_.consume(head.size());
  request = head_of(parser.get());
  request.client = proxies_.client_of(request.fields, peer_);
  if (error)
    co_return tl::unexpected(body_ending(error));

  const auto ending = co_await read_body(parser, request);
  if (ending)
    co_return tl::unexpected(*ending);
  request.body = std::move(parser.get().body());
  co_return parser.keep_alive() && parser.get().version() == 11;
}

asio::awaitable<tl::expected<std::size_t, Ending>> RequestReader::read_head() {
  const auto& limits = wire_.limits;
  wire_.stream.expires_after(wire_.phase() == Phase::resting ? limits.rest_time : limits.head_time);
  for (std::size_t scanned = 0;;) {
    scanned -= std::min(scanned, skip_empty_lines());
    const auto scan = scan_head(received(), scanned);
    if (scan.state == HeadState::complete)
      co_return scan.length;
    if (scan.state == HeadState::malformed)
      co_return tl::unexpected(refused(400, "The request's head holds a bare line feed or a NUL."));
    scanned = received().size();
    if (scanned >= limits.head_bytes)
      co_return tl::unexpected(too_large_head());
    const bool more = co_await read_more(limits.head_bytes - scanned);
    if (!more)
      co_return tl::unexpected(gone());
  }
}

// RFC 9112, 2.2: empty lines before a request are skipped, since some clients send one after a body.
std::size_t RequestReader::skip_empty_lines() {
  std::size_t skipped = 0;
  while (received().substr(skipped).starts_with("\r\n"))
    skipped += 2;
  buffer_.consume(skipped);
  return skipped;
}

Ending RequestReader::too_large_head() const {
  return received().find("\r\n") == std::string_view::npos ? refused(414, "The request's address is too long.")
                                                           : refused(431, "The request's head is too large.");
}

asio::awaitable<bool> RequestReader::read_more(std::size_t at_most) {
  const auto room = buffer_.prepare(std::min(at_most, std::max(first_read, buffer_.capacity() - buffer_.size())));
  const auto [error, length] = co_await wire_.stream.async_read_some(room, outcome);
  if (error)
    co_return false;
  buffer_.commit(length);
  if (wire_.phase() == Phase::resting)
    wire_.stream.expires_after(wire_.limits.head_time);
  // A head that is under way makes no progress with each byte, since a client that sends single bytes would always look
  // busy.
  if (wire_.phase() != Phase::head)
    wire_.proceed(Phase::head);
  co_return true;
}

asio::awaitable<std::optional<Ending>> RequestReader::read_body(Parser& parser, const Request& request) {
  if (parser.is_done())
    co_return std::nullopt;
  wire_.stream.expires_after(wire_.limits.body_time);
  wire_.proceed(Phase::body);
  if (const auto expectation = request.field("Expect"); !expectation.empty()) {
    if (!beast::iequals(expectation, "100-continue"))
      co_return refused(417, "Only 100-continue can be expected.");
    if (buffer_.size() == 0) {
      const bool written = co_await write_continue(wire_);
      if (!written)
        co_return gone();
    }
  }
  parser.eager(true);
  while (!parser.is_done()) {
    const auto [error, length] = co_await beast::http::async_read_some(wire_.stream, buffer_, parser, outcome);
    if (error)
      co_return body_ending(error);
    wire_.hold(buffer_.capacity() + parser.get().body().capacity());
  }
  co_return std::nullopt;
}

bool RequestReader::has_begun_the_next() {
  if (buffer_.size() == 0)
    buffer_.shrink_to_fit();
  return buffer_.size() > 0;
}

asio::awaitable<void> RequestReader::drain() {
  for (std::size_t left = 4 * wire_.limits.body_bytes; left > 0;) {
    buffer_.clear();
    const auto [error, length] = co_await wire_.stream.async_read_some(buffer_.prepare(first_read), outcome);
    if (error)
      co_return;
    left -= std::min(left, length);
  }
}

std::string_view RequestReader::received() const {
  const auto data = buffer_.data();
  return {static_cast<const char*>(data.data()), data.size()};
}

} // namespace broadside::server::http
