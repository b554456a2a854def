#include "publish/xml/xml_writer.hpp"

namespace broadside::publish {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

// U+FFFE and U+FFFF are the only other characters that well-formed UTF-8 can hold and XML cannot.
bool starts_with_noncharacter(std::string_view text) {
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

std::string_view reference_to(char c) {
  switch (c) {
  case '&':
    return "&#x26;";
  case '<':
    return "&#x3C;";
  case '>':
    return "&#x3E;";
  case '"':
    return "&#x22;";
  case '\r':
    return "&#xD;";
  default:
    return {};
  }
}

void append_as_xml(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (starts_with_noncharacter(text.substr(i))) {
      i += 2;
      continue;
    }
    if (const std::string_view reference = reference_to(text[i]); !reference.empty())
      out += reference;
    else if (!is_control(text[i]))
      out += text[i];
  }
}

} // namespace

void XmlWriter::open(std::string_view name, std::initializer_list<XmlAttribute> attributes) {
  start_tag(name, attributes);
  out_ += ">\n";
  open_.push_back(name);
}

void XmlWriter::close() {
  const std::string_view name = open_.back();
  open_.pop_back();
  out_.append(open_.size() * 2, ' ').append("</").append(name).append(">\n");
}

void XmlWriter::element(std::string_view name, std::string_view text, std::initializer_list<XmlAttribute> attributes) {
  start_tag(name, attributes);
  out_ += '>';
  append_as_xml(out_, text);
  out_.append("</").append(name).append(">\n");
}

void XmlWriter::empty(std::string_view name, std::initializer_list<XmlAttribute> attributes) {
  start_tag(name, attributes);
  out_ += "/>\n";
}

void XmlWriter::start_tag(std::string_view name, std::initializer_list<XmlAttribute> attributes) {
  out_.append(open_.size() * 2, ' ').append("<").append(name);
  for (const XmlAttribute& attribute : attributes) {
    out_.append(" ").append(attribute.name).append("=\"");
    append_as_xml(out_, attribute.value);
    out_ += '"';
  }
}

} // namespace broadside::publish
