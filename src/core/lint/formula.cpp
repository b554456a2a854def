#include "core/lint/finder.hpp"
#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/ascii.hpp"

#include <algorithm>

namespace broadside::lint {
namespace {

// Returns whether the text contains a command such as "\frac". A backslash and a single letter may be part of a path.
bool has_command(std::string_view text) {
  for (auto at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1))
    if (at + 2 < text.size() && is_alpha(text[at + 1]) && is_alpha(text[at + 2]))
      return true;
  return false;
}

bool has_group(std::string_view text) {
  return text.find("_{") != std::string_view::npos || text.find("^{") != std::string_view::npos;
}

// Returns whether the text contains an index of one letter or digit, such as "x^2" or "x_i". After a word, only "^"
// begins an index. A text that begins with a digit may be a price.
bool has_index(std::string_view text) {
  if (text.empty() || is_digit(text.front()))
    return false;
  for (auto at = text.find_first_of("^_", 1); at != std::string_view::npos; at = text.find_first_of("^_", at + 1)) {
    const bool is_before =
        is_alphanumeric(text[at - 1]) && (text[at] == '^' || at < 2 || !is_alphanumeric(text[at - 2]));
    const bool is_after =
        at + 1 < text.size() && is_alphanumeric(text[at + 1]) && (at + 2 >= text.size() || !is_alpha(text[at + 2]));
    if (is_before && is_after)
      return true;
  }
  return false;
}

bool is_formula(std::string_view text) { return has_command(text) || has_group(text) || has_index(text); }

void remark_on(Prose& prose, std::size_t at, std::size_t end, std::vector<Remark>& remarks) {
  remarks.push_back({prose.place_of(at),
                     "formula",
                     quoted(prose.text().substr(at, end - at)) +
                         " looks like a formula; Broadside does not support formulas, so readers see its signs, or "
                         "lose some of them to "
                         "Markdown. Write it in words, as code between two ` or as a picture",
                     {}});
  prose.mark_remarked(at, end);
}

// Pandoc's rule keeps prices from being formulas: a formula has no white space inside its dollar signs and no digit
// after them.
bool is_delimited(std::string_view text, std::size_t at, std::size_t close) {
  const bool is_tight = close > at + 1 && !is_space(text[at + 1]) && !is_space(text[close - 1]);
  const bool is_apart =
      (at == 0 || !is_alphanumeric(text[at - 1])) && (close + 1 >= text.size() || !is_alphanumeric(text[close + 1]));
  return is_tight && is_apart;
}

void check_dollars(Prose& prose, std::vector<Remark>& remarks) {
  const auto text = prose.text();
  Finder singles(text, "$"), doubles(text, "$$");
  for (std::size_t at = prose.find("$", 0); at < text.size(); at = prose.find("$", at + 1)) {
    const bool is_display = text.substr(at).starts_with("$$");
    const std::size_t size = is_display ? 2 : 1;
    const auto close = is_display ? doubles.next(at + size) : singles.next(at + size);
    if (close == std::string_view::npos)
      continue;
    const auto content = text.substr(at + size, close - at - size);
    if ((is_display || is_delimited(text, at, close)) && is_formula(content)) {
      remark_on(prose, at, close + size, remarks);
      at = close + size - 1;
    }
  }
}

// Checks "\( … \)" and "\[ … \]", whose backslashes Markdown removes.
void check_brackets(Prose& prose, std::string_view open, std::string_view close, std::vector<Remark>& remarks) {
  const auto text = prose.text();
  Finder openings(text, open), closings(text, close);
  for (std::size_t at = openings.next(0); at != std::string_view::npos; at = openings.next(at + 1)) {
    const auto end = closings.next(at + 2);
    if (end == std::string_view::npos)
      return;
    // These brackets do not nest, so an end belongs to the last opening before it.
    if (openings.next(at + 1) < end)
      continue;
    if (prose.kind(at) == Prose::Kind::escaped && prose.kind(end) == Prose::Kind::escaped &&
        is_formula(text.substr(at + 2, end - at - 2))) {
      remark_on(prose, at, end + 2, remarks);
      at = end + 1;
    }
  }
}

} // namespace

void check_formulas(Prose& prose, std::vector<Remark>& remarks) {
  check_dollars(prose, remarks);
  check_brackets(prose, "\\(", "\\)", remarks);
  check_brackets(prose, "\\[", "\\]", remarks);
}

} // namespace broadside::lint
