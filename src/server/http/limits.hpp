#pragma once

#include <chrono>
#include <cstddef>

namespace broadside::server::http {

struct Limits {
  // Browsers send a few hundred bytes; proxies add some. Ours set no cookies.
  std::size_t head_bytes = 16 * 1024;
  std::size_t head_fields = 100;
  // The longest valid reply (reply::longest_text code points of four bytes) fits, each byte percent-encoded in a form.
  std::size_t body_bytes = 128 * 1024;

  // A phone on a poor line needs seconds for a request; more only serves who wants to hold a connection.
  std::chrono::milliseconds head_time{10'000};
  std::chrono::milliseconds body_time{20'000};
  // Since the client last took a part of the answer: a slow line may take long for a long page.
  std::chrono::milliseconds write_time{20'000};
  std::chrono::milliseconds rest_time{30'000};

  // As many connections as may be open at a time; 0 for as many as the system lets this process have (process.hpp).
  std::size_t connections = 0;
  // The part of them that one block of addresses may have, so that no single network takes them all: one in so many.
  std::size_t blocks = 8;
  // Connections from this machine are of no block, since they are its own programs'. Tests have no other addresses.
  bool loopback_is_exempt = true;
  // Bodies that have come and answers that have not been taken, of all connections together. One page has some 256 KB.
  std::size_t held_bytes = 64 * 1024 * 1024;

  // How long a stopping server waits for answers that are under way.
  std::chrono::milliseconds stop_time{10'000};
};

} // namespace broadside::server::http
