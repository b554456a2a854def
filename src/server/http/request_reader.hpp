#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <tl/expected.hpp>

#include "server/http/message.hpp"
#include "server/http/trusted_proxies.hpp"
#include "server/http/wire.hpp"

namespace broadside::server::http {

// The end of the connection: with an answer that says why, or without one because nobody is there to read it.
struct Ending {
  std::optional<Refusal> refusal;
};

// Reads a connection's requests, one after the other.
class RequestReader {
public:
  RequestReader(Wire& wire, const Address& peer, const TrustedProxies& proxies);

  // Returns whether the client keeps the connection open for another request. If the connection ends, the request holds
  // as much of it as is known.
  boost::asio::awaitable<tl::expected<bool, Ending>> read(Request& request);

  // Returns whether a part of the next request has come already. If none has, it frees the memory for it.
  bool has_begun_the_next();

  // Reads what the client still sends, and drops it, for a while.
  boost::asio::awaitable<void> drain();

private:
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

  boost::asio::awaitable<tl::expected<std::size_t, Ending>> read_head();
  boost::asio::awaitable<std::optional<Ending>> read_body(Parser& parser, const Request& request);
  boost::asio::awaitable<bool> read_more(std::size_t at_most);
  std::size_t skip_empty_lines();
  Ending too_large_head() const;
  std::string_view received() const;

  Wire& wire_;
  Address peer_;
  const TrustedProxies& proxies_;
  boost::beast::flat_buffer buffer_;
};

} // namespace broadside::server::http
