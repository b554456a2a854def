#include "server/http/framing.hpp"

#include <algorithm>

#include <boost/beast/core/string.hpp>

#include "core/ascii.hpp"
#include "core/lines.hpp"

namespace broadside::server::http {

namespace {

constexpr std::string_view crlf = "\r\n";

struct Framing {
  std::size_t fields = 0;
  std::size_t hosts = 0;
  std::size_t content_lengths = 0;
  std::size_t transfer_encodings = 0;
  std::string_view content_length;
  std::string_view transfer_encoding;
};

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

std::optional<Refusal> note_field(std::string_view line, Framing& framing) {
  if (line.front() == ' ' || line.front() == '\t')
    return Refusal{400, "A header field is folded over two lines."};
  const auto colon = line.find(':');
  const auto name = line.substr(0, colon);
  if (colon == std::string_view::npos || name.empty() || name.find_first_of(" \t") != std::string_view::npos)
    return Refusal{400, "A header field's name is malformed."};

  const auto value = trimmed(line.substr(colon + 1));
  ++framing.fields;
  if (boost::beast::iequals(name, "Host"))
    ++framing.hosts;
  if (boost::beast::iequals(name, "Content-Length")) {
    ++framing.content_lengths;
    framing.content_length = value;
  }
  if (boost::beast::iequals(name, "Transfer-Encoding")) {
    ++framing.transfer_encodings;
    framing.transfer_encoding = value;
  }
  return std::nullopt;
}

// This follows RFC 9112, 6.1 to 6.3 (the length of the body) and 3.2 (Host).
std::optional<Refusal> judge(const Framing& framing, bool http_1_0) {
  if (framing.hosts > 1)
    return Refusal{400, "There is more than one Host."};
  if (framing.hosts == 0 && !http_1_0)
    return Refusal{400, "There is no Host."};
  if (framing.content_lengths > 1)
    return Refusal{400, "There is more than one Content-Length."};
  if (framing.content_lengths == 1 && !all_digits(framing.content_length))
    return Refusal{400, "Content-Length is not a number."};
  if (framing.transfer_encodings == 0)
    return std::nullopt;
  if (framing.content_lengths > 0)
    return Refusal{400, "Transfer-Encoding stands beside Content-Length."};
  if (http_1_0)
    return Refusal{400, "HTTP/1.0 has no Transfer-Encoding."};
  if (framing.transfer_encodings > 1 || !boost::beast::iequals(framing.transfer_encoding, "chunked"))
    return Refusal{501, "Transfer-Encoding may only be chunked."};
  return std::nullopt;
}

} // namespace

HeadScan scan_head(std::string_view bytes, std::size_t from) {
  for (std::size_t i = from; i < bytes.size(); ++i) {
    if (bytes[i] == '\0')
      return {HeadState::malformed, 0};
    if (bytes[i] != '\n')
      continue;
    if (i == 0 || bytes[i - 1] != '\r')
      return {HeadState::malformed, 0};
    if (i >= 3 && bytes[i - 2] == '\n')
      return {HeadState::complete, i + 1};
  }
  return {HeadState::incomplete, 0};
}

std::optional<Refusal> check_framing(std::string_view head, const Limits& limits) {
  const auto request_line = head.substr(0, head.find(crlf));
  const bool http_1_0 = request_line.ends_with(" HTTP/1.0");
  auto rest = head.substr(request_line.size() + crlf.size());

  Framing framing;
  while (!rest.starts_with(crlf)) {
    const auto line = rest.substr(0, rest.find(crlf));
    if (line.find('\r') != std::string_view::npos)
      return Refusal{400, "A carriage return stands alone."};
    if (auto refusal = note_field(line, framing))
      return refusal;
    if (framing.fields > limits.head_fields)
      return Refusal{431, "There are too many header fields."};
    rest.remove_prefix(line.size() + crlf.size());
  }
  return judge(framing, http_1_0);
}

} // namespace broadside::server::http
