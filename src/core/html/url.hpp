#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::html {

/// An address that is safe to stand in `href` or `src`: http, https, mailto, tel, or relative; percent-encoded ASCII.
/// There is no other way to make one than to have a text checked.
class Url {
public:
  /// Reads an address as a browser would (WHATWG URL: control characters and white space are taken away before the
  /// scheme is judged) and percent-encodes what an address cannot hold.
  /// With a base, which must be absolute, a relative address comes back absolute (RFC 3986, 5.2), but for a lone
  /// fragment, which stays one: it names a place in the article wherever that stands.
  /// Nothing for any other scheme, and for http and https without `//` and a host.
  static std::optional<Url> check(std::string_view text, const Url* base = nullptr);

  /// Checks an address that relative ones are to be resolved against, or replies to be sent below: an absolute one,
  /// http or https. Nothing for any other.
  static std::optional<Url> check_base(std::string_view text);
  /// The rule of check_base in words, for messages.
  static constexpr std::string_view base_rule = "must be an absolute http or https address";

  /// The address of an id of our own making, in the same tree.
  static Url fragment(std::string_view id);

  const std::string& text() const { return text_; }
  /// "https", "mailto", … in lower case; empty for a relative address.
  std::string scheme() const;
  bool is_web() const { return scheme() == "http" || scheme() == "https"; }
  /// Returns whether a picture can be at this address: whether it is http, https or relative.
  bool is_of_file() const { return is_web() || scheme().empty(); }

private:
  explicit Url(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

} // namespace broadside::html
