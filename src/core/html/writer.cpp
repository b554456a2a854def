#include "core/html/writer.hpp"

#include <algorithm>

namespace broadside::html {
namespace {

// One comparison is enough for nearly every byte.
bool is_changed(char c) { return static_cast<unsigned char>(c) <= '\r' && (c == '\0' || c == '\r'); }

bool is_as_parsed(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return is_changed(c); });
}

// HTML, 13.2.3.5 "Preprocessing the input stream", and 13.2.5 for NUL.
std::string as_parsed(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\0')
      result += "\uFFFD";
    else if (text[i] != '\r')
      result += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      result += '\n';
  }
  return result;
}

} // namespace

void Writer::text(std::string_view text) {
  if (is_as_parsed(text))
    write_text(text);
  else
    write_text(as_parsed(text));
}

void Writer::attribute(TextAttribute attribute, std::string_view value) {
  if (!accepts(attribute, value))
    return;
  if (is_as_parsed(value))
    write_attribute(name(attribute), value);
  else
    write_attribute(name(attribute), as_parsed(value));
}

void Writer::attribute(UrlAttribute attribute, const Url& url) { write_attribute(name(attribute), url.text()); }

} // namespace broadside::html
