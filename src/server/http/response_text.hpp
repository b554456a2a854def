#pragma once

#include <string>

#include "server/http/message.hpp"

namespace broadside::server::http {

enum class After { keep_alive, close };
enum class Part { whole, head };

// The response as it goes over the wire. The head alone, which answers HEAD, has the length of the body it leaves out.
std::string response_text(const Response& response, After after, Part part);

} // namespace broadside::server::http
