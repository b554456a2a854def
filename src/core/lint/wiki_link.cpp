#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <array>

namespace broadside::lint {
namespace {

// C++ has attributes in double brackets, and people write about them.
constexpr std::array<std::string_view, 10> attributes = {
    "assume",       "carries_dependency", "deprecated", "fallthrough",       "likely",
    "maybe_unused", "nodiscard",          "noreturn",   "no_unique_address", "unlikely"};

bool is_page(std::string_view name) {
  const bool is_attribute = std::find(attributes.begin(), attributes.end(), name) != attributes.end();
  const bool has_letter = std::any_of(name.begin(), name.end(),
                                      [](char c) { return is_alpha(c) || static_cast<unsigned char>(c) >= 0x80; });
  return has_letter && !is_attribute && !is_space(name.front()) && !is_space(name.back()) &&
         name.find_first_of("\n(\"'=$") == std::string_view::npos && name.find("::") == std::string_view::npos;
}

std::string message_on_link(std::string_view link, bool is_embedded) {
  return quoted(link) + " is a link to another program, and readers see it as it is typed; write " +
         (is_embedded ? "![what it shows](picture.png)" : "[words](../other-article/en.md)");
}

} // namespace

void check_wiki_links(Prose& prose, const Definitions& definitions, std::vector<Remark>& remarks) {
  const auto text = prose.text();
  for (std::size_t at = prose.find("[[", 0); at < text.size(); at = prose.find("[[", at + 1)) {
    const auto close = text.find_first_of("[]", at + 2);
    if (close == std::string_view::npos)
      return;
    const auto after = text.substr(close);
    const auto name = text.substr(at + 2, close - at - 2);
    // "[[1]](address)" is a link whose words contain brackets.
    if (!after.starts_with("]]") || after.starts_with("]](") || after.starts_with("]][") || name.empty() ||
        !is_page(name) || definitions.has_link(name))
      continue;
    const bool is_embedded = at > 0 && text[at - 1] == '!' && prose.is_plain(at - 1);
    const auto start = is_embedded ? at - 1 : at;
    remarks.push_back(
        {prose.place_of(at), "wiki-link", message_on_link(text.substr(start, close + 2 - start), is_embedded), {}});
    prose.mark_remarked(start, close + 2);
  }
}

} // namespace broadside::lint
