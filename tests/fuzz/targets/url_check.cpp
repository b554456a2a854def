// Addresses: what passes the check is of a scheme that may pass, however it is read, and stays as it is.

#include "oracle/input.hpp"
#include "oracle/tree.hpp"

#include "core/ascii.hpp"
#include "core/html/url.hpp"

#include <algorithm>

using namespace broadside;

namespace {

// As a browser sees it: what begins with a letter, up to a colon that comes before any delimiter.
std::string_view scheme_of(std::string_view address) {
  const bool begins_with_letter = !address.empty() && is_alpha(address.front());
  const auto end = begins_with_letter ? address.find_first_of(":/?#") : std::string_view::npos;
  return end != std::string_view::npos && address[end] == ':' ? address.substr(0, end) : std::string_view();
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
