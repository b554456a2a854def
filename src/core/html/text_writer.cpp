#include "core/html/text_writer.hpp"

#include <algorithm>

namespace broadside::html {
namespace {

bool must_be_escaped(char c) { return c == '&' || c == '<' || c == '>' || c == '"'; }

// HTML, 13.3 "Serializing HTML fragments", states what has to be escaped in text and in a quoted value.
void append_escaped(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const auto* const stop = std::find_if(text.begin(), text.end(), [](char c) { return must_be_escaped(c); });
    const auto plain = static_cast<std::size_t>(stop - text.begin());
    out.append(text.substr(0, plain));
    if (plain == text.size())
      return;
    switch (text[plain]) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    default:
      out += "&quot;";
    }
    text.remove_prefix(plain + 1);
  }
}

// HTML, 13.1.2.5: a parser drops a line feed at the start of these.
bool swallows_first_line_feed(Element element) { return element == Element::pre || element == Element::textarea; }

} // namespace

void TextWriter::open(Element element) {
  finish_start_tag();
  out_.append("<").append(name(element));
  in_start_tag_ = true;
  open_.push_back(element);
}

void TextWriter::close() {
  const Element element = open_.back();
  open_.pop_back();
  if (in_start_tag_)
    out_ += '>';
  in_start_tag_ = false;
  if (!is_empty(element))
    out_.append("</").append(name(element)).append(">");
}

void TextWriter::write_text(std::string_view text) {
  if (text.empty())
    return;
  if (in_start_tag_ && text.front() == '\n' && swallows_first_line_feed(open_.back())) {
    finish_start_tag();
    out_ += '\n';
  }
  finish_start_tag();
  append_escaped(out_, text);
}

void TextWriter::write_attribute(std::string_view name, std::string_view value) {
  out_.append(" ").append(name).append("=\"");
  append_escaped(out_, value);
  out_ += '"';
}

void TextWriter::finish_start_tag() {
  if (in_start_tag_)
    out_ += '>';
  in_start_tag_ = false;
}

} // namespace broadside::html
