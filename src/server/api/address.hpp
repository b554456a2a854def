#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadside::server::api {

/// The names and values of a query, a form or a path, decoded.
class Parameters {
public:
  /// Reads what browsers send as application/x-www-form-urlencoded. Returns nothing if it is malformed or not UTF-8.
  static std::optional<Parameters> parse(std::string_view encoded);

  /// Returns the first value of that name, or the empty string if there is none.
  const std::string& operator[](std::string_view name) const;
  bool has(std::string_view name) const;

  void add(std::string_view name, std::string value);

private:
  std::vector<std::pair<std::string, std::string>> all_;
};

struct Address {
  std::vector<std::string> path; // the path's segments, decoded
  Parameters query;
};

/// Reads a request's target: "/path?query", or the same with scheme and host before it.
std::optional<Address> parse_address(std::string_view target);

/// Returns the address of an article's replies, relative to itself: under the text of that language (empty for the
/// default language), and beginning with the page behind `after`. Answers hold relative addresses alone, because this
/// server does not know what a proxy has put before its paths.
std::string replies_address(const std::string& language, const std::optional<std::string>& after = std::nullopt);

/// Returns the address of the style sheet, relative to the replies of an article.
std::string style_sheet_address();

} // namespace broadside::server::api
