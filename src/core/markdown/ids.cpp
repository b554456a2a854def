#include "core/markdown/ids.hpp"

#include "core/markdown/heading_name.hpp"

#include <charconv>

namespace broadside::markdown {
namespace {

bool is_reserved(std::string_view name) {
  return name == "body" || name == "head" || name.starts_with("fn-") || name.starts_with("fnref-") ||
         name.starts_with("checkbox-");
}

// Decodes RFC 3986, 2.1. Text that is not a percent-encoding stays as it is.
std::string percent_decoded(std::string_view text) {
  std::string decoded;
  while (!text.empty()) {
    unsigned char byte = 0;
    const auto digits = text.substr(0, 1) == "%" ? text.substr(1, 2) : std::string_view();
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
    const bool is_encoded = error == std::errc() && digits.size() == 2 && end == digits.data() + 2;
    decoded += is_encoded ? static_cast<char>(byte) : text.front();
    text.remove_prefix(is_encoded ? 3 : 1);
  }
  return decoded;
}

} // namespace

void Ids::expect(std::string_view name) {
  expected_.emplace(name);
  if (auto loose = loose_name(name); !loose.empty())
    expected_loosely_.try_emplace(std::move(loose), name);
}

std::string Ids::heading(std::string_view words) {
  std::string name = heading_name(words);
  if (name.empty())
    name = "section";
  // "fn" is refused too: with a number it would be a footnote's id.
  if (is_reserved(name) || is_reserved(name + "-"))
    name.insert(0, "section-");
  return numbered(name);
}

std::string Ids::heading_chosen(const std::string& name) { return is_reserved(name) ? "" : numbered(name); }

std::string Ids::numbered(const std::string& name) {
  std::string id = name;
  for (int& last = last_number_[name]; !take(id);)
    id = name + "-" + std::to_string(++last);
  return own(id);
}

std::string Ids::chosen(std::string_view id) { return !id.empty() && take(std::string(id)) ? own(id) : ""; }

bool Ids::take(const std::string& name) { return !is_reserved(name) && taken_.insert(name).second; }

html::Url Ids::link_to(const html::Url& fragment) const {
  const auto written = std::string_view(fragment.text()).substr(1);
  const std::string decoded = percent_decoded(written);
  for (const std::string& name : {decoded, std::string(without_prefix(decoded))})
    if (expected_.contains(name))
      return html::Url::fragment(own(name));
  for (const std::string& name : {decoded, std::string(without_prefix(decoded))})
    if (const auto found = expected_loosely_.find(loose_name(name)); found != expected_loosely_.end())
      return html::Url::fragment(own(found->second));
  return html::Url::fragment(own(without_prefix(written)));
}

std::string_view Ids::without_prefix(std::string_view name) const {
  for (const std::string_view prefix : {std::string_view(prefix_), std::string_view(root_)})
    if (name.starts_with(prefix) && name.size() > prefix.size())
      return name.substr(prefix.size());
  return name;
}

} // namespace broadside::markdown
