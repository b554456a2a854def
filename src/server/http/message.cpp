#include "server/http/message.hpp"

#include <algorithm>

#include <boost/beast/core/string.hpp>

namespace broadside::server::http {

std::string_view Request::field(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return boost::beast::iequals(field.name, name); });
  return found == fields.end() ? std::string_view{} : std::string_view{found->value};
}

} // namespace broadside::server::http
