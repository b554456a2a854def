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
  /// Returns all values of that name, in their order.
  std::vector<std::string> all(std::string_view name) const;

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

/// The parameters of a page of replies. Those that are empty are left out. The values must be fit for an address.
struct RepliesQuery {
  /// The language of the text above the replies.
  std::string language = {};
  std::string order = {};
  /// The id of a reply whose branch is shown.
  std::string branch = {};
  std::string after = {};
  /// The id of the reply that the page's form answers.
  std::string parent = {};
  /// "waiting" if the page says that a reply was sent which waits for approval.
  std::string sent = {};
};

/// Returns the address of a page of an article's replies, relative to the others. Answers hold relative addresses
/// alone, because this server does not know what a proxy has put before its paths.
std::string replies_address(const RepliesQuery&);

/// Returns the address of a page that holds the reply with that id, at which a browser shows it.
std::string reply_address(const std::string& language, const std::string& id);

/// Returns the address of the style sheet, relative to the replies of an article.
std::string style_sheet_address();

} // namespace broadside::server::api
