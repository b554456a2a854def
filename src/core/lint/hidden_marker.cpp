#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/ascii.hpp"
#include "core/unicode/character.hpp"
#include "core/utf8.hpp"

#include <algorithm>

namespace broadside::lint {
namespace {

// Returns whether the character is invisible, or white space that Markdown does not treat as such.
bool is_foreign(char32_t character) {
  return character >= 0x80 && (unicode::is_space(character) || unicode::is_blank(character));
}

std::size_t foreign_at(std::string_view text) {
  const auto character = first_character(text);
  return character.length > 0 && is_foreign(character.value) ? character.length : 0;
}

// White space of any kind: where it ends, and how much of it Markdown does not know.
struct Gap {
  std::size_t size = 0;
  bool is_foreign = false;
};

Gap gap_at(std::string_view text) {
  Gap gap;
  while (gap.size < text.size()) {
    const auto size = foreign_at(text.substr(gap.size));
    const char c = text[gap.size];
    if (size == 0 && c != ' ' && c != '\t')
      break;
    gap.is_foreign = gap.is_foreign || size > 0;
    gap.size += std::max<std::size_t>(size, 1);
  }
  return gap;
}

// Returns the length of the marker at the start of a line: the number signs of a heading, a bullet, an item's number,
// or the angle bracket of a quotation. Returns 0 if there is none.
std::size_t sign_at(std::string_view line) {
  const auto hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes > 0)
    return hashes <= 6 ? hashes : 0;
  if (line.starts_with('-') || line.starts_with('*') || line.starts_with('+') || line.starts_with('>'))
    return 1;
  const auto digits = static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_digit) - line.begin());
  const bool is_number =
      digits > 0 && digits <= 9 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  return is_number ? digits + 1 : 0;
}

bool begins_fence(std::string_view line) { return line.starts_with("```") || line.starts_with("~~~"); }

void look_at_line(Prose& prose, std::size_t at, std::string_view line, std::vector<Remark>& remarks) {
  const auto before = gap_at(line);
  const auto rest = line.substr(before.size);
  const auto sign = sign_at(rest);
  const auto after = gap_at(rest.substr(sign));
  const bool is_marker = sign > 0 && (after.size > 0 || rest.starts_with('>')) && after.size + sign < rest.size();
  // Word processors paste bullets and numbers with a no-break space after them; the rule pasted-bullet reports those.
  const bool is_pasted = after.is_foreign && !rest.starts_with('#') && !rest.starts_with('>');
  if (is_marker && !is_pasted && (before.is_foreign || (after.is_foreign && rest.starts_with('#')))) {
    const auto size = before.size + sign + after.size;
    const std::string written = std::string(rest.substr(0, sign)) + " ";
    remarks.push_back({prose.place_of(at),
                       "wrong-space",
                       "a no-break space or an invisible character stands beside \"" +
                           std::string(rest.substr(0, sign)) + "\", so that it is text; write \"" + written +
                           "\" at the start of the line",
                       {prose.edit(at, size, written)}});
    prose.mark_remarked(at, at + size);
  } else if (before.is_foreign && begins_fence(rest)) {
    remarks.push_back({prose.place_of(at),
                       "wrong-space",
                       "a no-break space or an invisible character stands before " + std::string(rest.substr(0, 3)) +
                           ", so that no code begins here; delete it",
                       {prose.edit(at, before.size, "")}});
  }
}

// Checks "##Costs". With a single number sign it is a hashtag.
void look_at_heading(Prose& prose, std::string_view line, std::vector<Remark>& remarks) {
  const auto hashes = std::min(line.find_first_not_of('#'), line.size());
  const auto next = first_character(line.substr(hashes));
  const bool is_letter = next.length > 0 && !unicode::is_space(next.value) && !unicode::is_punctuation(next.value) &&
                         !unicode::is_blank(next.value) && !(next.value < 0x80 && is_digit(line[hashes]));
  if (hashes < 2 || hashes > 6 || !is_letter || !prose.is_plain(0))
    return;
  remarks.push_back({prose.place_of(0),
                     "wrong-space",
                     quoted(line) + " is not a heading, because there is no space after its number signs; write \"" +
                         std::string(hashes, '#') + " \"",
                     {prose.edit(hashes, 0, " ")}});
}

} // namespace

void check_hidden_markers(Prose& prose, std::vector<Remark>& remarks) {
  if (cmark_node_get_type(prose.block()) != CMARK_NODE_PARAGRAPH)
    return;
  const auto text = prose.text();
  look_at_heading(prose, text.substr(0, text.find('\n')), remarks);
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (prose.is_plain(at))
      look_at_line(prose, at, text.substr(at, end - at), remarks);
    at = end + 1;
  }
}

} // namespace broadside::lint
