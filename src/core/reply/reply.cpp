#include "core/reply/reply.hpp"

#include "core/ascii.hpp"
#include "core/html/url.hpp"
#include "core/reply/visible.hpp"
#include "core/unicode/blank.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace broadside::reply {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string trimmed(std::string_view text) {
  return std::string(unicode::without_space_before(unicode::without_space_after(text)));
}

// Blank lines before it and white space after it go; spaces before it stay, since Markdown reads them.
std::string without_blank_edges(std::string_view text) {
  text = unicode::without_space_after(text);
  const auto first = std::find_if_not(text.begin(), text.end(), is_space);
  const auto line = text.substr(0, static_cast<std::size_t>(first - text.begin())).find_last_of("\r\n");
  return std::string(text.substr(line == std::string_view::npos ? 0 : line + 1));
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_host_label(std::string_view label) {
  return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(), [](char c) {
           return is_alphanumeric(c) || c == '-' || (static_cast<unsigned char>(c) & 0x80U) != 0;
         });
}

bool is_host(std::string_view host) {
  for (;;) {
    const auto dot = host.find('.');
    if (!is_host_label(host.substr(0, dot)))
      return false;
    if (dot == std::string_view::npos)
      return true;
    host.remove_prefix(dot + 1);
  }
}

// HTML, 4.10.5.1.5 "valid e-mail address", with letters beyond ASCII (RFC 6531) allowed too.
bool is_email(std::string_view email) {
  constexpr std::string_view marks = ".!#$%&'*+/=?^_`{|}~-";
  const auto at = email.rfind('@');
  if (at == std::string_view::npos || at == 0)
    return false;
  const auto local = email.substr(0, at);
  return std::all_of(local.begin(), local.end(),
                     [&](char c) {
                       return is_alphanumeric(c) || marks.find(c) != std::string_view::npos ||
                              (static_cast<unsigned char>(c) & 0x80U) != 0;
                     }) &&
         is_host(email.substr(at + 1));
}

// "host" or "host:port", without a user's name, which would only dress one site up as another.
bool is_web_host(std::string_view authority) {
  const auto colon = authority.find(':');
  const auto port = colon == std::string_view::npos ? std::string_view() : authority.substr(colon + 1);
  return authority.find('@') == std::string_view::npos && colon != 0 &&
         std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// As it is to be kept, or nothing where it is not an address on the web.
std::optional<std::string> as_website(const std::string& typed) {
  const bool has_scheme = typed.find("://") != std::string::npos;
  const auto url = html::Url::check(has_scheme ? typed : "https://" + typed);
  if (!url || !url->is_web())
    return std::nullopt;
  const std::string& address = url->text();
  const auto start = address.find("://") + 3;
  if (!is_web_host(std::string_view(address).substr(start, address.find_first_of("/?#", start) - start)))
    return std::nullopt;
  return address;
}

std::optional<Fault> fault_of_name(const std::string& name) {
  if (unicode::is_blank(name))
    return Fault::missing;
  if (code_points(name) > longest_name)
    return Fault::too_long;
  if (std::any_of(name.begin(), name.end(), is_control))
    return Fault::malformed;
  return std::nullopt;
}

std::optional<Fault> fault_of_email(const std::string& email) {
  if (email.empty())
    return Fault::missing;
  if (code_points(email) > longest_email)
    return Fault::too_long;
  if (!is_email(email))
    return Fault::malformed;
  return std::nullopt;
}

std::optional<Fault> fault_of_website(std::string& website) {
  if (website.empty())
    return std::nullopt;
  if (code_points(website) > longest_website)
    return Fault::too_long;
  const auto address = as_website(website);
  if (!address)
    return Fault::malformed;
  website = *address;
  return std::nullopt;
}

std::optional<Fault> fault_of_text(const std::string& text) {
  if (unicode::is_blank(text))
    return Fault::missing;
  if (code_points(text) > longest_text)
    return Fault::too_long;
  if (!is_visible(text))
    return Fault::missing;
  return std::nullopt;
}

} // namespace

std::string_view name(Field field) {
  constexpr std::array<std::string_view, 4> names = {"name", "email", "website", "text"};
  return names[static_cast<std::size_t>(field)];
}

std::string_view name(Fault fault) {
  constexpr std::array<std::string_view, 3> names = {"missing", "too-long", "malformed"};
  return names[static_cast<std::size_t>(fault)];
}

tl::expected<Draft, std::vector<Problem>> validate(const Draft& draft) {
  Draft kept = {trimmed(draft.name), trimmed(draft.email), trimmed(draft.website), without_blank_edges(draft.text)};
  std::vector<Problem> problems;
  const auto note = [&](Field field, std::optional<Fault> fault) {
    if (fault)
      problems.push_back({field, *fault});
  };
  note(Field::name, fault_of_name(kept.name));
  note(Field::email, fault_of_email(kept.email));
  note(Field::website, fault_of_website(kept.website));
  note(Field::text, fault_of_text(kept.text));
  if (!problems.empty())
    return tl::unexpected(std::move(problems));
  return kept;
}

} // namespace broadside::reply
