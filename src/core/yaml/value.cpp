#include "core/yaml/value.hpp"

#include "core/lines.hpp"
#include "core/yaml/quoted.hpp"

#include <algorithm>

namespace broadside::yaml {
namespace {

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

// "|" keeps the ends of lines, and ">" turns them into spaces. For a title and a name both are white space.
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

// Skips spaces, line ends and comments, up to where the value begins.
std::string_view value_start(std::string_view rest) {
  while (true) {
    rest = without_leading_space(rest);
    if (!rest.starts_with('#'))
      return rest;
    take_line(rest);
  }
}

// Returns the text of one item, which may be a mapping of its own.
std::string item_text(std::string_view item) {
  std::string text = text_of(item);
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

// Skips a list or mapping in brackets, with its content.
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

bool is_item(std::string_view line) {
  return line.starts_with('-') && (line.size() == 1 || line[1] == ' ' || line[1] == '\t');
}

std::string text_of(std::string_view value) {
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

std::vector<std::string> texts_of(std::string_view value) {
  const auto rest = value_start(value);
  std::vector<std::string> texts;
  if (rest.starts_with('['))
    texts = bracket_texts(rest);
  else if (is_item(rest.substr(0, rest.find_first_of("\r\n"))))
    texts = item_texts(rest);
  else
    texts.push_back(text_of(value));
  std::erase(texts, "");
  return texts;
}

} // namespace broadside::yaml
