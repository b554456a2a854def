#pragma once

#include <string>

#include "server/http/message.hpp"

namespace broadside::server::http {

enum class After { keep_alive, close };

// Returns the response's head as it goes over the wire, with its empty line. It states the length of the body, which
// follows unless the request was HEAD. Beast's serializer would take a tenth more of the server's time for a small
// answer.
std::string response_head(const Response& response, After after);

} // namespace broadside::server::http
