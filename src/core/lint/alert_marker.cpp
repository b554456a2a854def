#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/ascii.hpp"
#include "core/markdown/alert.hpp"

#include <algorithm>
#include <string>

namespace broadside::lint {
namespace {

bool is_alert(std::string_view word) { return markdown::read_alert("[!" + std::string(word) + "]").has_value(); }

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_alpha(c) || c == '-'; });
}

constexpr std::string_view five = "[!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION]";

} // namespace

void check_alert_markers(Prose& prose, std::vector<Remark>& remarks) {
  cmark_node* const quotation = cmark_node_parent(prose.block());
  if (cmark_node_get_type(quotation) != CMARK_NODE_BLOCK_QUOTE || cmark_node_previous(prose.block()) != nullptr)
    return;
  const auto line = prose.text().substr(0, prose.text().find('\n'));
  const auto close = line.find(']');
  if (!line.starts_with("[!") || close == std::string_view::npos || !prose.is_plain(0))
    return;
  const auto word = trimmed(line.substr(2, close - 2));
  const auto rest = trimmed(line.substr(close + 1));
  if (!is_word(word) || rest.starts_with('(') || rest.starts_with('['))
    return;
  if (markdown::read_alert(line))
    return;
  const std::string typed = quoted(line);
  const std::string message =
      !is_alert(word) ? typed + " is not an alert that Broadside knows, so readers see it as it is typed; write " +
                            std::string(five)
                      : typed +
                            " is not an alert, because its marker must be alone on its line, so readers see it as it "
                            "is typed; write \"> [!" +
                            std::string(word) + "]\", and the text on the next line";
  remarks.push_back({prose.place_of(0), "alert-marker", message, {}});
  prose.mark_remarked(0, close + 1);
}

} // namespace broadside::lint
