#include "server/store/postgresql/connection_text.hpp"

#include <libpq-fe.h>

#include <array>
#include <memory>

namespace broadside::server::store {

namespace {

struct Default {
  std::string_view keyword, value;
};

// A server that does not answer is given up after some seconds, and not after the minutes of TCP, since a request waits
// for it. Readers' texts are UTF-8, whatever the environment says.
constexpr std::array connection_defaults = {Default{"connect_timeout", "5"}, Default{"tcp_user_timeout", "10000"},
                                            Default{"keepalives_idle", "10"}, Default{"application_name", "broadside"},
                                            Default{"client_encoding", "UTF8"}};

std::string_view default_of(std::string_view keyword) {
  for (const auto& [name, value] : connection_defaults)
    if (name == keyword)
      return value;
  return {};
}

/// Returns "keyword='value' ": https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING.
std::string parameter(std::string_view keyword, std::string_view value) {
  std::string text(keyword);
  text += "='";
  for (const char letter : value) {
    if (letter == '\'' || letter == '\\')
      text += '\\';
    text += letter;
  }
  return text + "' ";
}

} // namespace

bool is_postgresql_address(std::string_view text) {
  return text.rfind("postgresql://", 0) == 0 || text.rfind("postgres://", 0) == 0;
}

tl::expected<ConnectionText, Error> ConnectionText::parse(const std::string& address) {
  char* fault = nullptr;
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(address.c_str(), &fault),
                                                                             PQconninfoFree);
  if (options == nullptr) {
    const std::unique_ptr<char, decltype(&PQfreemem)> freed(fault, PQfreemem);
    // The message of libpq may quote the password.
    return tl::unexpected(Error{"database-malformed", "postgresql://…",
                                "This is not an address of PostgreSQL. Write postgresql://USER:PASSWORD@HOST/DATABASE, "
                                "with %XX for other characters than letters and digits."});
  }
  ConnectionText parsed;
  std::string host;
  std::string database;
  for (const auto* option = options.get(); option->keyword != nullptr; ++option) {
    const std::string_view keyword = option->keyword;
    const std::string_view given = option->val == nullptr ? std::string_view() : option->val;
    const auto value = given.empty() ? default_of(keyword) : given;
    if (keyword == "host")
      host = value;
    if (keyword == "dbname")
      database = value;
    if (!value.empty())
      parsed.text += parameter(keyword, value);
  }
  parsed.name = "postgresql://" + host + "/" + database;
  return parsed;
}

} // namespace broadside::server::store
