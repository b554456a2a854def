#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/ascii.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>

namespace broadside::lint {
namespace {

constexpr std::string_view ideographic_space = "\u3000";

std::string_view skip_all(std::string_view text, std::string_view sign) {
  while (text.starts_with(sign))
    text.remove_prefix(sign.size());
  return text;
}

std::string_view without_spaces(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with(ideographic_space))
    text.remove_prefix(text.starts_with(' ') ? 1 : ideographic_space.size());
  return text;
}

/// The full-width marker at the start of a line, and the marker that Markdown uses instead. Both are empty if there is
/// none.
struct FullWidthMarker {
  std::size_t size = 0;
  std::string ascii;
};

// Reads "＃ 标题" and "＃＃　標題".
FullWidthMarker heading(std::string_view line) {
  const auto after = skip_all(line, "＃");
  const auto level = (line.size() - after.size()) / std::string_view("＃").size();
  const auto words = without_spaces(after);
  if (level == 0 || level > 6 || words.size() == after.size() || words.empty())
    return {};
  return {line.size() - words.size(), std::string(level, '#') + " "};
}

// Reads "１．" and "１２．".
FullWidthMarker number(std::string_view line) {
  std::string digits;
  auto rest = line;
  for (auto next = first_character(rest); next.value >= U'０' && next.value <= U'９'; next = first_character(rest)) {
    digits += static_cast<char>('0' + (next.value - U'０'));
    rest.remove_prefix(next.length);
  }
  if (digits.empty() || digits.size() > 9 || !rest.starts_with("．"))
    return {};
  const auto words = without_spaces(rest.substr(std::string_view("．").size()));
  return words.empty() ? FullWidthMarker() : FullWidthMarker{line.size() - words.size(), digits + ". "};
}

// Reads "＞ 引用".
FullWidthMarker quotation(std::string_view line) {
  const auto words = without_spaces(skip_all(line, "＞"));
  const bool is_one = line.starts_with("＞") && words.size() + 3 < line.size() && !words.empty();
  return is_one ? FullWidthMarker{line.size() - words.size(), "> "} : FullWidthMarker();
}

FullWidthMarker full_width_marker(std::string_view line) {
  for (auto* const read : {heading, number, quotation})
    if (auto marker = read(line); marker.size > 0)
      return marker;
  return {};
}

void check_markers(Prose& prose, std::vector<Remark>& remarks) {
  const auto text = prose.text();
  for (std::size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size() - 1) + 1) {
    const auto line = text.substr(at, std::min(text.find('\n', at), text.size()) - at);
    const auto marker = prose.is_plain(at) ? full_width_marker(line) : FullWidthMarker();
    if (marker.size == 0)
      continue;
    remarks.push_back({prose.place_of(at),
                       "full-width",
                       quoted(line.substr(0, marker.size)) +
                           " has full-width characters, which mean nothing to Markdown; "
                           "write \"" +
                           marker.ascii + "\"",
                       {prose.edit(at, marker.size, marker.ascii)}});
    prose.mark_remarked(at, at + marker.size);
  }
}

// The most bytes that a part of a link in full-width brackets may have.
constexpr std::size_t longest_part = 500;

// Returns whether the text in the brackets is an address rather than an aside.
bool is_address(std::string_view text, std::string_view words) {
  const auto is_ascii = [](std::string_view part) {
    return std::all_of(part.begin(), part.end(), [](char c) { return c > ' ' && c < '\x7F'; });
  };
  const bool is_word = std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return !text.empty() && is_ascii(text) &&
         (text.find_first_of("./#:") != std::string_view::npos || (is_word && is_ascii(words)));
}

struct Sign {
  std::size_t at = std::string_view::npos, size = 0;
};

// Returns the first of two signs at or after `from`, within `longest_part`.
Sign first_of(std::string_view text, std::size_t from, std::string_view one, std::string_view other) {
  const auto part = text.substr(0, from + longest_part);
  const Sign first = {part.find(one, from), one.size()}, second = {part.find(other, from), other.size()};
  return first.at < second.at ? first : second;
}

Sign last_of(std::string_view text, std::size_t before, std::string_view one, std::string_view other) {
  const auto start = before > longest_part ? before - longest_part : 0;
  const auto part = text.substr(start, before - start);
  const auto first = part.rfind(one), second = part.rfind(other);
  if (first == std::string_view::npos || (second != std::string_view::npos && second > first))
    return second == std::string_view::npos ? Sign() : Sign{start + second, other.size()};
  return {start + first, one.size()};
}

// Checks "［x］（y）", and the same with only some of the brackets full-width.
void check_link(Prose& prose, std::string_view middle, std::vector<Remark>& remarks) {
  const auto text = prose.text();
  for (std::size_t at = prose.find(middle, 0); at < text.size(); at = prose.find(middle, at + 1)) {
    const auto open = last_of(text, at, "［", "[");
    const auto start = at + middle.size();
    const auto close = first_of(text, start, "）", ")");
    if (open.at == std::string_view::npos || close.at == std::string_view::npos || !prose.is_plain(open.at))
      continue;
    const auto words = text.substr(open.at + open.size, at - open.at - open.size);
    const auto address = text.substr(start, close.at - start);
    if (words.empty() || words.find('\n') != std::string_view::npos || !is_address(address, words))
      continue;
    const auto typed = text.substr(open.at, close.at + close.size - open.at);
    remarks.push_back({prose.place_of(at),
                       "full-width",
                       quoted(typed) + " is not a link, because its brackets are full-width; write [" +
                           std::string(words) + "](" + std::string(address) + ")",
                       {prose.edit(open.at, open.size, "["), prose.edit(at, middle.size(), "]("),
                        prose.edit(close.at, close.size, ")")}});
    prose.mark_remarked(open.at, close.at + close.size);
  }
}

// Checks "＊＊x＊＊" and "｀x｀".
void check_pair(Prose& prose, std::string_view sign, const std::string& ascii, std::vector<Remark>& remarks) {
  const auto text = prose.text();
  for (std::size_t at = prose.find(sign, 0); at < text.size(); at = prose.find(sign, at + 1)) {
    const auto close = prose.find(sign, at + sign.size());
    if (close == text.size())
      return;
    const auto words = text.substr(at + sign.size(), close - at - sign.size());
    if (words.empty() || words.find('\n') != std::string_view::npos)
      continue;
    const auto end = close + sign.size();
    remarks.push_back({prose.place_of(at),
                       "full-width",
                       quoted(text.substr(at, end - at)) +
                           " has full-width signs, which mean nothing to Markdown; write " + ascii +
                           std::string(words) + ascii,
                       {prose.edit(at, sign.size(), ascii), prose.edit(close, sign.size(), ascii)}});
    prose.mark_remarked(at, end);
  }
}

} // namespace

void check_full_width(Prose& prose, std::vector<Remark>& remarks) {
  if (cmark_node_get_type(prose.block()) == CMARK_NODE_PARAGRAPH)
    check_markers(prose, remarks);
  for (const std::string_view middle : {"］（", "]（", "］("})
    check_link(prose, middle, remarks);
  check_pair(prose, "＊＊", "**", remarks);
  check_pair(prose, "｀", "`", remarks);
}

} // namespace broadside::lint
