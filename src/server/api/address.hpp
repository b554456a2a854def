#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadside::server::api {

/// Names and values out of a query, a form or a path, decoded.
class Parameters {
public:
  /// Reads what browsers send as application/x-www-form-urlencoded. Nothing where it is malformed or not UTF-8.
  static std::optional<Parameters> parse(std::string_view encoded);

  /// The first value of that name; empty where there is none.
  const std::string& operator[](std::string_view name) const;
  bool has(std::string_view name) const;

  void add(std::string_view name, std::string value);

private:
  std::vector<std::pair<std::string, std::string>> all_;
};

struct Address {
  std::vector<std::string> path; // its segments, decoded
  Parameters query;
};

/// Reads a request's target: "/path?query", or the same with scheme and host before it.
std::optional<Address> parse_address(std::string_view target);

/// The address of an article's replies as seen from itself: under the text of that language (empty for the default
/// one), and from the page on that starts behind `after`. Answers hold relative addresses alone: what a proxy has put
/// before this server's paths is not known here.
std::string replies_address(const std::string& language, const std::optional<std::string>& after = std::nullopt);

/// The address of the style sheet, as seen from an article's replies.
std::string style_sheet_address();

} // namespace broadside::server::api
