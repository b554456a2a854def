#include "core/lint/as_alert.hpp"
#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/ascii.hpp"
#include "core/markdown/nodes.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace broadside::lint {
namespace {

struct Kind {
  std::string_view name, alert;
};
// The kinds of admonition in MkDocs, VitePress, Docusaurus and MyST, each with the GitHub alert that is closest to it.
constexpr std::array kinds = {Kind{"note", "NOTE"},       Kind{"info", "NOTE"},         Kind{"abstract", "NOTE"},
                              Kind{"summary", "NOTE"},    Kind{"todo", "NOTE"},         Kind{"seealso", "NOTE"},
                              Kind{"example", "NOTE"},    Kind{"quote", "NOTE"},        Kind{"details", "NOTE"},
                              Kind{"question", "NOTE"},   Kind{"admonition", "NOTE"},   Kind{"tip", "TIP"},
                              Kind{"hint", "TIP"},        Kind{"success", "TIP"},       Kind{"important", "IMPORTANT"},
                              Kind{"warning", "WARNING"}, Kind{"attention", "WARNING"}, Kind{"caution", "CAUTION"},
                              Kind{"danger", "CAUTION"},  Kind{"error", "CAUTION"},     Kind{"failure", "CAUTION"},
                              Kind{"bug", "CAUTION"}};

std::string_view word_at(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), [](char c) { return is_alphanumeric(c) || c == '-'; });
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

const Kind* kind_named(std::string_view word) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.name == word; });
  return found == kinds.end() ? nullptr : &*found;
}

struct Marker {
  std::string_view typed;
  const Kind* kind;
};

// Reads "!!! warning "Title"", "??? note" and "???+ note" (Python-Markdown, MkDocs).
std::optional<Marker> mkdocs_marker(std::string_view line) {
  if (!line.starts_with("!!!") && !line.starts_with("???"))
    return std::nullopt;
  auto rest = line.substr(line.starts_with("???+") ? 4 : 3);
  const auto after_signs = rest.size();
  rest = trimmed(rest);
  const auto word = word_at(rest);
  const auto title = trimmed(rest.substr(word.size()));
  const bool is_titled = title.size() > 1 && title.starts_with('"') && title.ends_with('"');
  const auto* const kind = kind_named(word);
  const bool is_marker =
      after_signs > rest.size() && !word.empty() &&
      (is_titled || (kind != nullptr && (title.empty() || title == "inline" || title == "inline end")));
  return is_marker ? std::optional(Marker{trimmed(line), kind}) : std::nullopt;
}

// Reads "::: warning", ":::note[Title]" and "::: {.callout-note}" (VitePress, Docusaurus, Pandoc).
std::optional<Marker> fence_marker(std::string_view line) {
  const auto colons = std::min(line.find_first_not_of(':'), line.size());
  if (colons < 3)
    return std::nullopt;
  const auto rest = trimmed(line.substr(colons));
  const auto* const kind = kind_named(word_at(rest));
  const bool has_attributes = rest.starts_with("{") && rest.ends_with("}");
  return kind != nullptr || has_attributes ? std::optional(Marker{trimmed(line), kind}) : std::nullopt;
}

bool is_indented_code(cmark_node* node) {
  return node != nullptr && cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK && !markdown::is_fenced(node);
}

// The edit is certain if the kind is one of GitHub's five, there is no title, and no list or quotation surrounds it.
std::vector<Edit> as_alert(const Prose& prose, std::size_t at, const Marker& marker, bool is_indented,
                           const Source& source) {
  const bool is_one_of_five = marker.kind != nullptr && lowered(marker.kind->alert) == marker.kind->name;
  const bool is_bare =
      is_one_of_five && trimmed(marker.typed.substr(marker.typed.find_first_not_of("!?+:"))) == marker.kind->name;
  const Edit start = prose.edit(at, 0, "");
  if (!is_bare || start.offset > 0 || cmark_node_get_type(cmark_node_parent(prose.block())) != CMARK_NODE_DOCUMENT)
    return {};
  return is_indented ? indented_as_alert(source, start.line, marker.kind->alert)
                     : fenced_as_alert(source, start.line, marker.kind->alert);
}

std::string alert_for(const Marker& marker) {
  return marker.kind != nullptr ? std::string(marker.kind->alert) : std::string("NOTE");
}

} // namespace

void check_admonitions(Prose& prose, const Source& source, std::vector<Remark>& remarks) {
  if (cmark_node_get_type(prose.block()) != CMARK_NODE_PARAGRAPH)
    return;
  const auto text = prose.text();
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    auto marker = mkdocs_marker(line);
    const bool has_indented_text = marker.has_value();
    if (!marker)
      marker = fence_marker(line);
    if (marker && prose.is_plain(at)) {
      const bool is_code = has_indented_text && end == text.size() && is_indented_code(cmark_node_next(prose.block()));
      remarks.push_back({prose.place_of(at), "admonition",
                         quoted(marker->typed) +
                             " begins an admonition of another program, and readers see it as it is "
                             "typed" +
                             (is_code ? ", and the indented text below it as code" : "") + "; write \"> [!" +
                             alert_for(*marker) + "]\" and its text below it, each line after \"> \"",
                         as_alert(prose, at, *marker, has_indented_text, source)});
      prose.mark_remarked(at, end);
    }
    at = end + 1;
  }
}

} // namespace broadside::lint
