#pragma once

#include <chrono>
#include <cstddef>

namespace broadside::server::http {

struct Limits {
  // Browsers send a few hundred bytes, and proxies add some. This server's one cookie has 60.
  std::size_t head_bytes = 16 * 1024;
  std::size_t head_fields = 100;
  // The longest valid reply (reply::longest_text code points of four bytes) fits, with each byte percent-encoded in a
  // form.
  std::size_t body_bytes = 128 * 1024;

  // A phone on a poor line needs seconds for a request. A longer time would only serve somebody who wants to hold a
  // connection.
  std::chrono::milliseconds head_time{10'000};
  std::chrono::milliseconds body_time{20'000};
  // This time begins when the client last took a part of the answer, since a slow line may take long for a long page.
  std::chrono::milliseconds write_time{20'000};
  std::chrono::milliseconds rest_time{30'000};

  // The number of connections that may be open at a time. 0 stands for as many as the system allows this process
  // (process.hpp).
  std::size_t connections = 0;
  // One block of addresses may have this fraction of the connections (an eighth for 8), so that no single network takes
  // them all.
  std::size_t blocks = 8;
  // Connections from this machine belong to no block, since its operator's own programs make them. Tests have no other
  // addresses.
  bool loopback_is_exempt = true;
  // The bytes of request bodies that have come and of answers that were not taken yet, of all connections together. One
  // page has about 256 KB.
  std::size_t held_bytes = 64 * 1024 * 1024;

  // The time for which a stopping server waits for the answers under way.
  std::chrono::milliseconds stop_time{10'000};
};

} // namespace broadside::server::http
