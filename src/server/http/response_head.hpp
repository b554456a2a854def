#pragma once

#include <string>

#include "server/http/message.hpp"

namespace broadside::server::http {

enum class After { keep_alive, close };

// The response's head as it goes over the wire, with its empty line. It has the length of the body, which follows it
// unless HEAD was asked. Beast's serializer takes a tenth more of the server's time for a small answer.
std::string response_head(const Response& response, After after);

} // namespace broadside::server::http
