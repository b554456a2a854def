#include "server/http/forwarded.hpp"

#include <string>
#include <string_view>

#include <boost/beast/core/string.hpp>

#include "core/lines.hpp"

namespace broadside::server::http {

namespace {

/// Returns the parts between those separators that stand in no quoted string (RFC 9110, 5.6.4).
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  bool quoted = false;
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      quoted = !quoted;
    else if (text[i] == separator && !quoted) {
      parts.push_back(trimmed(text.substr(start, i - start)));
      start = i + 1;
    }
  }
  parts.push_back(trimmed(text.substr(start)));
  return parts;
}

std::string unquoted(std::string_view value) {
  if (value.size() < 2 || value.front() != '"' || value.back() != '"')
    return std::string(value);
  std::string out;
  for (std::size_t i = 1; i + 1 < value.size(); ++i) {
    if (value[i] == '\\' && i + 2 < value.size())
      ++i;
    out += value[i];
  }
  return out;
}

/// Reads "192.0.2.1", "192.0.2.1:80", "2001:db8::1", "[2001:db8::1]" or "[2001:db8::1]:80".
std::optional<Address> address_of(std::string_view node) {
  if (const auto end = node.find(']'); node.starts_with('[') && end != std::string_view::npos)
    node = node.substr(1, end - 1);
  else if (node.find(':') == node.rfind(':'))
    node = node.substr(0, node.find(':'));
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(std::string(node), error);
  return error ? std::nullopt : std::optional(plain(address));
}

std::optional<Address> address_in_element(std::string_view element) {
  for (const auto pair : split(element, ';')) {
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && boost::beast::iequals(trimmed(pair.substr(0, equals)), "for"))
      return address_of(unquoted(trimmed(pair.substr(equals + 1))));
  }
  return std::nullopt;
}

template <typename Read> Hops hops_in(const Fields& fields, std::string_view name, Read read) {
  Hops hops;
  for (const Field& field : fields)
    if (boost::beast::iequals(field.name, name))
      for (const auto element : split(field.value, ','))
        hops.push_back(read(element));
  return hops;
}

} // namespace

Hops hops_in_forwarded(const Fields& fields) { return hops_in(fields, "Forwarded", address_in_element); }

Hops hops_in_x_forwarded_for(const Fields& fields) { return hops_in(fields, "X-Forwarded-For", address_of); }

} // namespace broadside::server::http
