// Checks that an address which passes the check has an allowed scheme, however it is read, and stays unchanged.

#include "oracle/input.hpp"
#include "oracle/tree.hpp"

#include "core/ascii.hpp"
#include "core/html/url.hpp"

#include <algorithm>

using namespace broadside;

namespace {

bool is_of_schemes(char c) { return is_alpha(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; }

// Returns the scheme as a browser reads it (https://url.spec.whatwg.org/#scheme-state): a letter, followed by allowed
// characters up to a colon.
std::string_view scheme_of(std::string_view address) {
  const auto* const end = std::find_if_not(address.begin(), address.end(), is_of_schemes);
  const bool has_scheme = end != address.end() && *end == ':' && is_alpha(address.front());
  return has_scheme ? address.substr(0, static_cast<std::size_t>(end - address.begin())) : std::string_view();
}

bool is_allowed(std::string_view scheme) {
  return scheme.empty() || scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const html::Url base = *html::Url::check("https://a.example/b/c?d#e");
  fuzz::Input input(data, size);
  const html::Url* const relative_to = input.choice(2) == 0 ? nullptr : &base;
  const auto url = html::Url::check(input.text(), relative_to);
  if (!url)
    return 0;
  std::string scheme(scheme_of(url->text()));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  if (scheme != url->scheme() || !is_allowed(scheme))
    fuzz::fail("another scheme", url->text());
  for (const char c : url->text())
    if (c <= ' ' || c > '~' || std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos)
      fuzz::fail("a character that is not of addresses", url->text());
  const auto again = html::Url::check(url->text(), relative_to);
  if (!again || again->text() != url->text())
    fuzz::fail("another address when checked again", url->text() + " → " + (again ? again->text() : "none"));
  return 0;
}
