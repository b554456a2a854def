#include "core/lint/finder.hpp"
#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/ascii.hpp"

#include <algorithm>

namespace broadside::lint {
namespace {

constexpr std::string_view comment_sign = "%%";

// After a digit the signs are a percentage, and before a comma the signs themselves are meant.
bool opens_note(const Prose& prose, std::size_t at) {
  const auto text = prose.text();
  const char after = at + comment_sign.size() < text.size() ? text[at + comment_sign.size()] : ' ';
  return (at == 0 || is_space(text[at - 1])) && !is_punctuation(after);
}

// Returns whether the note can become a comment. A comment at the start of a line turns the whole line into HTML, and a
// comment must not contain two hyphens.
bool can_be_comment(const Prose& prose, std::size_t at, std::size_t end) {
  const bool begins_line = prose.begins_line(at) && cmark_node_get_type(prose.block()) == CMARK_NODE_PARAGRAPH;
  return prose.text().substr(at, end - at).find("--") == std::string_view::npos &&
         (!begins_line || prose.ends_line(end));
}

// Returns whether this is an id that Obsidian gives a block: words with hyphens, or six letters and digits.
bool is_block_id(std::string_view id) {
  const bool is_name = !id.empty() && is_alphanumeric(id.front()) && is_alphanumeric(id.back()) &&
                       std::all_of(id.begin(), id.end(), [](char c) { return is_alphanumeric(c) || c == '-'; });
  const auto digits = std::count_if(id.begin(), id.end(), is_digit);
  const bool is_made_up = id.size() == 6 && digits > 0 && digits < 6;
  return is_name && (id.find('-') != std::string_view::npos || is_made_up) && lowered(id) == id;
}

} // namespace

void check_private_notes(Prose& prose, std::vector<Remark>& remarks) {
  const auto text = prose.text();
  Finder closings(text, comment_sign);
  for (std::size_t at = prose.find(comment_sign, 0); at < text.size(); at = prose.find(comment_sign, at + 1)) {
    const auto start = at + comment_sign.size();
    const auto close = closings.next(start);
    if (close == std::string_view::npos)
      return;
    if (!opens_note(prose, at) || !prose.is_plain(close) || is_blank(text.substr(start, close - start)))
      continue;
    const auto end = close + comment_sign.size();
    remarks.push_back(
        {prose.place_of(at),
         "private-note",
         quoted(text.substr(at, end - at)) +
             " is a private note to another program, but readers see it; write <!-- … -->, or leave it out",
         {}});
    if (can_be_comment(prose, at, end))
      remarks.back().mend = {prose.edit(at, comment_sign.size(), "<!--"),
                             prose.edit(close, comment_sign.size(), "-->")};
    prose.mark_remarked(at, end);
    at = end - 1;
  }
}

void check_note_blocks(const std::vector<Prose>& texts, std::vector<Remark>& remarks) {
  const Prose* open = nullptr;
  std::size_t start = 0;
  for (const Prose& prose : texts) {
    for (std::size_t at = prose.find(comment_sign, 0); at < prose.text().size();
         at = prose.find(comment_sign, at + comment_sign.size())) {
      if (!prose.begins_line(at) || !prose.ends_line(at + comment_sign.size()))
        continue;
      if (open == nullptr) {
        open = &prose;
        start = at;
        continue;
      }
      remarks.push_back({open->place_of(start),
                         "private-note",
                         "the lines between \"%%\", down to line " + std::to_string(prose.line_of(at)) +
                             ", are a private note to another program, but readers see them; write <!-- and --> for "
                             "the two \"%%\", or leave all of it out",
                         {open->edit(start, comment_sign.size(), "<!--"), prose.edit(at, comment_sign.size(), "-->")}});
      open = nullptr;
    }
  }
}

void check_block_ids(Prose& prose, std::vector<Remark>& remarks) {
  const auto text = prose.text().substr(0, prose.text().find_last_not_of(" \t\n") + 1);
  const auto at = text.rfind('^');
  if (at == std::string_view::npos || !prose.is_plain(at) || (at > 0 && !is_space(text[at - 1])) ||
      !is_block_id(text.substr(at + 1)))
    return;
  const std::string id(text.substr(at + 1));
  remarks.push_back(
      {prose.place_of(at),
       "block-id",
       "\"^" + id + "\" names this block for another program, but readers see it; leave it out, or write <a id=\"" +
           id + "\"></a> where links should lead",
       {}});
  prose.mark_remarked(at, text.size());
}

} // namespace broadside::lint
