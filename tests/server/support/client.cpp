#include "support/client.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace broadside::test {

std::string Answer::field(std::string_view name) const {
  for (const auto& [field, value] : fields)
    if (strcasecmp(field.c_str(), std::string(name).c_str()) == 0)
      return value;
  return "";
}

Client::Client(std::uint16_t port, const Options& options) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (options.receive_buffer > 0)
    setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &options.receive_buffer, sizeof options.receive_buffer);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  inet_pton(AF_INET, options.source, &address.sin_addr);
  if (bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("no such address here");
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (socket_ < 0 || connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("the server takes no connection");
}

Client::~Client() { close(socket_); }

bool Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0)
      return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool Client::read_more(std::chrono::milliseconds patience) {
  pollfd waiting{socket_, POLLIN, 0};
  if (poll(&waiting, 1, static_cast<int>(patience.count())) <= 0)
    return false;
  char bytes[16 * 1024];
  const auto length = recv(socket_, bytes, sizeof bytes, 0);
  if (length <= 0)
    return false;
  received_.append(bytes, static_cast<std::size_t>(length));
  return true;
}

std::optional<Answer> Client::receive(Expecting expecting, std::chrono::milliseconds patience) {
  while (received_.find("\r\n\r\n") == std::string::npos)
    if (!read_more(patience))
      return std::nullopt;

  const auto head = received_.substr(0, received_.find("\r\n\r\n") + 2);
  received_.erase(0, head.size() + 2);
  Answer answer;
  answer.status = std::stoi(head.substr(9, 3));
  for (auto line = head.find("\r\n") + 2; line < head.size(); line = head.find("\r\n", line) + 2) {
    const auto colon = head.find(": ", line);
    answer.fields.emplace_back(head.substr(line, colon - line),
                               head.substr(colon + 2, head.find("\r\n", line) - colon - 2));
  }

  const auto length = answer.field("Content-Length");
  const std::size_t size = expecting == Expecting::head_only || length.empty() ? 0 : std::stoul(length);
  while (received_.size() < size)
    if (!read_more(patience))
      return std::nullopt;
  answer.body = received_.substr(0, size);
  received_.erase(0, size);
  return answer;
}

bool Client::is_ended_by_server() {
  if (!received_.empty())
    return false;
  pollfd waiting{socket_, POLLIN, 0};
  char byte{};
  return poll(&waiting, 1, 20'000) > 0 && recv(socket_, &byte, 1, 0) <= 0;
}

bool Client::has_heard(std::chrono::milliseconds patience) const {
  pollfd waiting{socket_, POLLIN, 0};
  return poll(&waiting, 1, static_cast<int>(patience.count())) > 0;
}

std::size_t Client::drop(std::size_t at_most) {
  std::string bytes(at_most, '\0');
  const auto length = has_heard() ? recv(socket_, bytes.data(), bytes.size(), 0) : 0;
  return length > 0 ? static_cast<std::size_t>(length) : 0;
}

void Client::end_sending() { shutdown(socket_, SHUT_WR); }

void Client::reset_on_close() {
  const linger at_once{1, 0};
  setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

bool takes_connections(std::uint16_t port) {
  try {
    const Client probe(port);
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

std::optional<Answer> ask(std::uint16_t port, std::string_view bytes, Expecting expecting) {
  Client client(port);
  client.send(bytes);
  return client.receive(expecting);
}

namespace {

std::string head(std::string_view method, std::string_view path, const Fields& fields) {
  std::string text;
  text.append(method).append(" ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
  for (const auto& [name, value] : fields)
    text.append(name).append(": ").append(value).append("\r\n");
  return text;
}

} // namespace

std::string get(std::string_view path, const Fields& fields) { return head("GET", path, fields) + "\r\n"; }

std::string post(std::string_view path, std::string_view type, std::string_view body, const Fields& fields) {
  std::string text = head("POST", path, fields);
  text.append("Content-Type: ").append(type).append("\r\nContent-Length: ").append(std::to_string(body.size()));
  return text.append("\r\n\r\n").append(body);
}

} // namespace broadside::test
