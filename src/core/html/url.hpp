#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::html {

/// An address that is safe in `href` or `src`: http, https, mailto, tel, or relative, in percent-encoded ASCII. The
/// only way to make one is to have a text checked.
class Url {
public:
  /// Reads an address as a browser would (WHATWG URL: control characters and white space are removed before the scheme
  /// is read), and percent-encodes what an address cannot hold. With a base, which must be absolute, a relative address
  /// becomes absolute (RFC 3986, 5.2), except a lone fragment, which names a place in the article wherever the article
  /// is. Returns nothing for any other scheme, and for http and https without `//` and a host.
  static std::optional<Url> check(std::string_view text, const Url* base = nullptr);

  /// Checks an address against which relative ones are resolved, or below which replies are sent. It must be an
  /// absolute http or https address; otherwise the result is nothing.
  static std::optional<Url> check_base(std::string_view text);
  /// The rule of check_base in words, for messages.
  static constexpr std::string_view base_rule = "must be an absolute http or https address";

  /// Returns the address of one of our own ids in the same tree.
  static Url fragment(std::string_view id);

  const std::string& text() const { return text_; }
  /// Returns "https", "mailto", … in lower case, or an empty text for a relative address.
  std::string scheme() const;
  bool is_web() const { return scheme() == "http" || scheme() == "https"; }
  /// Returns whether a picture can be at this address: whether it is http, https or relative.
  bool is_of_file() const { return is_web() || scheme().empty(); }

private:
  explicit Url(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

} // namespace broadside::html
