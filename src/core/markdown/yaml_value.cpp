#include "core/markdown/yaml_value.hpp"

#include "core/lines.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace broadside::markdown {
namespace {

void append_utf8(std::string& out, std::uint32_t code_point) {
  const bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  const bool is_scalar = code_point > 0 && code_point <= 0x10FFFF && !is_surrogate;
  const std::uint32_t c = is_scalar ? code_point : 0xFFFD;
  const auto add = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  const auto trail = [&](unsigned shift) { add(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | (c >> 6U));
    trail(0);
  } else if (c < 0x10000) {
    add(0xE0 | (c >> 12U));
    trail(6);
    trail(0);
  } else {
    add(0xF0 | (c >> 18U));
    trail(12);
    trail(6);
    trail(0);
  }
}

// What a text in quotes does with the end of a line, and the white space around it.
void fold(std::string& out, std::string_view& rest) {
  out.erase(out.find_last_not_of(" \t") + 1);
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
  out += ' ';
}

// "\x41", "\u0041", "\U00000041": `rest` is at the digits.
void take_code_point(std::string& out, std::string_view& rest, std::size_t digits) {
  std::uint32_t code_point = 0;
  const auto hexadecimal = rest.substr(0, digits);
  const auto [end, error] =
      std::from_chars(hexadecimal.data(), hexadecimal.data() + hexadecimal.size(), code_point, 16);
  append_utf8(out, error == std::errc() ? code_point : 0xFFFD);
  rest.remove_prefix(static_cast<std::size_t>(end - hexadecimal.data()));
}

void take_escape(std::string& out, std::string_view& rest) {
  if (rest.empty())
    return;
  const char escaped = rest.front();
  rest.remove_prefix(1);
  switch (escaped) {
  case 'x':
    return take_code_point(out, rest, 2);
  case 'u':
    return take_code_point(out, rest, 4);
  case 'U':
    return take_code_point(out, rest, 8);
  case 'n':
  case 't':
    out += ' ';
    return;
  case '_':
    return append_utf8(out, 0xA0);
  case '\r':
  case '\n':
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    return;
  default:
    out += escaped;
  }
}

// A text in quotes: `rest` is at the first of them, and then after the last. Empty where none closes it.
std::string take_quoted(std::string_view& rest) {
  const char quote = rest.front();
  rest.remove_prefix(1);
  std::string out;
  while (!rest.empty()) {
    const char c = rest.front();
    if (c == '\r' || c == '\n') {
      fold(out, rest);
      continue;
    }
    rest.remove_prefix(1);
    const bool is_doubled = quote == '\'' && c == quote && rest.starts_with(quote);
    if (c == quote && !is_doubled)
      return out;
    if (is_doubled)
      rest.remove_prefix(1);
    if (quote == '"' && c == '\\')
      take_escape(out, rest);
    else
      out += c;
  }
  return {};
}

std::string_view without_comment(std::string_view line) {
  for (auto hash = line.find('#'); hash != std::string_view::npos; hash = line.find('#', hash + 1))
    if (hash == 0 || line[hash - 1] == ' ' || line[hash - 1] == '\t')
      return line.substr(0, hash);
  return line;
}

bool is_null(std::string_view text) { return text == "~" || text == "null" || text == "Null" || text == "NULL"; }

bool is_mapping(std::string_view text) { return text.find(": ") != std::string_view::npos || text.ends_with(':'); }

std::string plain_text(std::string_view rest) {
  std::string out;
  while (!rest.empty()) {
    const auto line = trimmed(without_comment(take_line(rest)));
    if (!line.empty())
      out.append(out.empty() ? "" : " ").append(line);
  }
  return is_null(out) ? std::string() : out;
}

// "|" keeps the ends of lines, ">" makes spaces of them. For a title and a name both are white space.
std::string block_text(std::string_view rest) {
  std::string out;
  take_line(rest);
  while (!rest.empty()) {
    const auto line = take_line(rest);
    if (!is_blank(line) && line.front() != ' ' && line.front() != '\t')
      break;
    if (!is_blank(line))
      out.append(out.empty() ? "" : " ").append(trimmed(line));
  }
  return out;
}

bool is_item(std::string_view line) { return line.starts_with("- ") || line.starts_with("-\t") || line == "-"; }

// Past spaces, line ends and comments, to where the value begins.
std::string_view value_start(std::string_view rest) {
  while (true) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    if (!rest.starts_with('#'))
      return rest;
    take_line(rest);
  }
}

// The text of one item, which may be a mapping of its own.
std::string item_text(std::string_view item) {
  std::string text = yaml_text(item);
  const bool is_quoted = value_start(item).starts_with('"') || value_start(item).starts_with('\'');
  return !is_quoted && is_mapping(text) ? std::string() : text;
}

std::vector<std::string> item_texts(std::string_view rest) {
  std::vector<std::string> texts;
  std::string_view item;
  const auto add = [&](std::string_view text) {
    if (!text.empty())
      texts.push_back(item_text(text));
  };
  while (!rest.empty()) {
    const auto line = trimmed(take_line(rest));
    if (is_item(line)) {
      add(item);
      item = line.substr(1);
    } else if (item.data() != nullptr) {
      item = {item.data(), static_cast<std::size_t>(line.data() + line.size() - item.data())};
    }
  }
  add(item);
  return texts;
}

// Past a list or mapping in brackets, with whatever it holds.
void skip_brackets(std::string_view& rest) {
  std::size_t depth = 0;
  do {
    const char c = rest.front();
    if (c == '"' || c == '\'') {
      take_quoted(rest);
      continue;
    }
    depth += c == '[' || c == '{' ? 1 : 0;
    depth -= c == ']' || c == '}' ? 1 : 0;
    rest.remove_prefix(1);
  } while (depth > 0 && !rest.empty());
}

std::vector<std::string> bracket_texts(std::string_view rest) {
  std::vector<std::string> texts;
  rest.remove_prefix(1);
  while (true) {
    rest = value_start(rest);
    if (rest.empty() || rest.front() == ']')
      return texts;
    if (rest.front() == '"' || rest.front() == '\'') {
      texts.push_back(take_quoted(rest));
    } else if (rest.front() == '[' || rest.front() == '{') {
      skip_brackets(rest);
    } else if (rest.front() == ',') {
      rest.remove_prefix(1);
    } else {
      const auto end = std::min(rest.find_first_of(",]"), rest.size());
      texts.push_back(item_text(rest.substr(0, end)));
      rest.remove_prefix(end);
    }
  }
}

} // namespace

std::string yaml_text(std::string_view value) {
  auto rest = value_start(value);
  if (rest.empty() || is_item(rest.substr(0, rest.find_first_of("\r\n"))))
    return {};
  switch (rest.front()) {
  case '"':
  case '\'':
    return take_quoted(rest);
  case '|':
  case '>':
    return block_text(rest);
  case '[':
  case '{':
  case '&':
  case '*':
  case '!':
    return {};
  default:
    break;
  }
  // A value that begins on a line of its own and has a colon is a mapping. On the name's own line it is a text whose
  // writer forgot the quotes.
  const bool is_below = rest.data() > value.data() + std::min(value.find_first_of("\r\n"), value.size());
  std::string text = plain_text(rest);
  return is_below && is_mapping(text) ? std::string() : text;
}

std::vector<std::string> yaml_texts(std::string_view value) {
  const auto rest = value_start(value);
  std::vector<std::string> texts;
  if (rest.starts_with('['))
    texts = bracket_texts(rest);
  else if (is_item(rest.substr(0, rest.find_first_of("\r\n"))))
    texts = item_texts(rest);
  else
    texts.push_back(yaml_text(value));
  std::erase(texts, "");
  return texts;
}

} // namespace broadside::markdown
