#include "core/html/url.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <array>

namespace broadside::html {
namespace {

bool is_control_or_space(char c) { return static_cast<unsigned char>(c) <= ' '; }

// WHATWG URL, "basic URL parser", steps 1 and 3: removes what a browser ignores in an address.
std::string without_ignored(std::string_view text) {
  while (!text.empty() && is_control_or_space(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_control_or_space(text.back()))
    text.remove_suffix(1);
  std::string kept(text);
  std::erase_if(kept, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return kept;
}

// Returns whether CommonMark's reference implementation leaves the character as it is in an address. All other bytes
// are percent-encoded, and so is a backslash, which a browser would read as a slash.
bool stands_for_itself(char c) {
  constexpr std::string_view marks = "-_.!~*'();/?:@&=+$,#%";
  return is_alpha(c) || is_digit(c) || marks.find(c) != std::string_view::npos;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (stands_for_itself(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += {'%', digits[byte >> 4U], digits[byte & 15U]};
  }
  return encoded;
}

// RFC 3986, 3.1: ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ) ":". Returns an empty text if there is no scheme.
std::string_view scheme_of(std::string_view text) {
  if (text.empty() || !is_alpha(text.front()))
    return {};
  const auto end = std::find_if_not(
      text.begin(), text.end(), [](char c) { return is_alpha(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; });
  if (end == text.end() || *end != ':')
    return {};
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

bool names_a_host(std::string_view after_scheme) {
  return after_scheme.size() > 2 && after_scheme.starts_with("//") && after_scheme[2] != '/' &&
         after_scheme[2] != '?' && after_scheme[2] != '#';
}

bool is_allowed(std::string_view scheme, std::string_view after_scheme) {
  if (scheme == "http" || scheme == "https")
    return names_a_host(after_scheme);
  return scheme == "mailto" || scheme == "tel";
}

// RFC 3986, 3: the parts of a reference. The delimiters belong to their parts, so that joining them gives the text.
struct Parts {
  std::string_view scheme, authority, path, query, fragment;
};

std::string_view take_until(std::string_view& rest, std::string_view delimiters) {
  const auto part = rest.substr(0, std::min(rest.find_first_of(delimiters), rest.size()));
  rest.remove_prefix(part.size());
  return part;
}

Parts split(std::string_view text) {
  Parts parts;
  if (const auto scheme = scheme_of(text); !scheme.empty()) {
    parts.scheme = text.substr(0, scheme.size() + 1);
    text.remove_prefix(parts.scheme.size());
  }
  if (text.starts_with("//")) {
    auto rest = text.substr(2);
    const auto host = take_until(rest, "/?#");
    parts.authority = text.substr(0, host.size() + 2);
    text = rest;
  }
  parts.path = take_until(text, "?#");
  parts.query = take_until(text, "#");
  parts.fragment = text;
  return parts;
}

// RFC 3986, 5.2.4.
std::string without_dot_segments(std::string_view path) {
  std::string result;
  while (!path.empty()) {
    path.remove_prefix(path.front() == '/' ? 1 : 0);
    const auto segment = take_until(path, "/");
    const bool last = path.empty();
    if (segment == "..")
      result.erase(std::min(result.rfind('/'), result.size()));
    if (segment != "." && segment != "..")
      result.append("/").append(segment);
    else if (last)
      result += '/';
  }
  return result;
}

// RFC 3986, 5.2.2, for a reference without a scheme.
std::string resolve(std::string_view reference, const std::string& base_text) {
  const Parts base = split(base_text);
  const Parts relative = split(reference);
  std::string result(base.scheme);
  const auto append = [&](auto... parts) { (result.append(parts), ...); };
  if (!relative.authority.empty()) {
    append(relative.authority, without_dot_segments(relative.path), relative.query, relative.fragment);
  } else if (relative.path.empty()) {
    append(base.authority, base.path, relative.query.empty() ? base.query : relative.query, relative.fragment);
  } else {
    const auto folder = base.path.substr(0, base.path.rfind('/') + 1);
    const auto path =
        relative.path.front() == '/' ? std::string(relative.path) : std::string(folder).append(relative.path);
    append(base.authority, without_dot_segments(path), relative.query, relative.fragment);
  }
  return result;
}

} // namespace

std::optional<Url> Url::check(std::string_view text, const Url* base) {
  const std::string address = without_ignored(text);
  const auto scheme = scheme_of(address);
  if (!scheme.empty()) {
    if (!is_allowed(lowered(scheme), std::string_view(address).substr(scheme.size() + 1)))
      return std::nullopt;
    return Url(percent_encoded(address));
  }
  if (address.starts_with("//") && !names_a_host(address))
    return std::nullopt;
  std::string relative = percent_encoded(address);
  if (base == nullptr || relative.starts_with('#'))
    return Url(std::move(relative));
  return Url(resolve(relative, base->text()));
}

std::optional<Url> Url::check_base(std::string_view text) {
  auto url = check(text);
  return url && url->is_web() ? url : std::nullopt;
}

Url Url::fragment(std::string_view id) { return Url("#" + percent_encoded(id)); }

std::string Url::scheme() const { return lowered(scheme_of(text_)); }

} // namespace broadside::html
