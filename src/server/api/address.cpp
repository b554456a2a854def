#include "server/api/address.hpp"

#include "core/utf8.hpp"
#include "server/api/paths.hpp"

#include <boost/url/params_view.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/parse_query.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>

namespace urls = boost::urls;

namespace broadside::server::api {

std::optional<Parameters> Parameters::parse(std::string_view encoded) {
  if (!urls::parse_query(encoded))
    return std::nullopt;
  urls::encoding_opts plus_is_space;
  plus_is_space.space_as_plus = true;
  Parameters parameters;
  for (const urls::param& parameter : urls::params_view(encoded, plus_is_space)) {
    if (!is_utf8(parameter.key) || !is_utf8(parameter.value))
      return std::nullopt;
    parameters.add(parameter.key, parameter.value);
  }
  return parameters;
}

const std::string& Parameters::operator[](std::string_view name) const {
  static const std::string none;
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const auto& pair) { return pair.first == name; });
  return found == all_.end() ? none : found->second;
}

bool Parameters::has(std::string_view name) const {
  return std::any_of(all_.begin(), all_.end(), [&](const auto& pair) { return pair.first == name; });
}

std::vector<std::string> Parameters::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : all_)
    if (key == name)
      values.push_back(value);
  return values;
}

void Parameters::add(std::string_view name, std::string value) { all_.emplace_back(name, std::move(value)); }

std::optional<Address> parse_address(std::string_view target) {
  const auto url = target.starts_with('/') ? urls::parse_origin_form(target) : urls::parse_absolute_uri(target);
  if (!url)
    return std::nullopt;
  auto query = Parameters::parse(url->encoded_query());
  if (!query)
    return std::nullopt;
  Address address{{}, std::move(*query)};
  for (const std::string& segment : url->segments()) {
    if (!is_utf8(segment)) // a database would fail at it
      return std::nullopt;
    address.path.push_back(segment);
  }
  return address;
}

std::string replies_address(const RepliesQuery& query) {
  std::string parameters;
  for (const auto& [name, value] : {std::pair<std::string_view, const std::string&>{"language", query.language},
                                    {"order", query.order},
                                    {"branch", query.branch},
                                    {"after", query.after},
                                    {"parent", query.parent},
                                    {"sent", query.sent}})
    if (!value.empty())
      parameters.append(parameters.empty() ? "?" : "&").append(name).append("=").append(value);
  return std::string(path::replies.substr(path::replies.rfind('/') + 1)) + parameters;
}

std::string reply_address(const std::string& language, const std::string& id) {
  return replies_address({.language = language, .branch = id}) + "#reply-" + id;
}

std::string style_sheet_address() {
  std::string address;
  for (auto up = std::count(path::replies.begin(), path::replies.end(), '/'); up > 1; --up)
    address.append("../");
  return address.append(path::style_sheet.substr(1));
}

} // namespace broadside::server::api
