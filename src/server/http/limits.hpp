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
  std::chrono::milliseconds write_time{20'000};
  std::chrono::milliseconds rest_time{30'000};

  // Below the 1,024 descriptors that a process gets by default: the database needs some too.
  std::size_t connections = 768;
  // How long a stopping server waits for answers that are under way.
  std::chrono::milliseconds stop_time{10'000};
};

} // namespace broadside::server::http
