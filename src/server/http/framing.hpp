#pragma once

// This guards against requests that two HTTP parsers might read differently (request smuggling). Beast accepts several
// that RFC 9112 wants refused: a Transfer-Encoding that merely contains "chunked", two equal Content-Lengths, folded
// lines, a missing or second Host.

#include <cstddef>
#include <optional>
#include <string_view>

#include "server/http/limits.hpp"
#include "server/http/message.hpp"

namespace broadside::server::http {

enum class HeadState { incomplete, complete, malformed };

struct HeadScan {
  HeadState state;
  std::size_t length; // the length of the head with its empty line, if complete
};

// Looks for the end of the head in the bytes that have come so far. `from` is where the last scan ended. A line feed
// without a carriage return, or a NUL, is malformed: a head that holds one would never end.
HeadScan scan_head(std::string_view bytes, std::size_t from);

// Looks at a complete head. Returns nothing if it can be read in only one way.
std::optional<Refusal> check_framing(std::string_view head, const Limits& limits);

} // namespace broadside::server::http
