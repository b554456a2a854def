#include "core/html/tree_writer.hpp"

#include "core/json/text.hpp"

namespace broadside::html {

void TreeWriter::open(Element element) {
  finish();
  if (depth_ > 0)
    out_ += ',';
  out_.append("[\"").append(name(element)).append("\"");
  at_ = At::start;
  ++depth_;
}

void TreeWriter::close() {
  finish();
  out_ += ']';
  --depth_;
}

void TreeWriter::write_text(std::string_view text) {
  if (text.empty())
    return;
  if (at_ != At::text) {
    finish();
    out_ += depth_ > 0 ? ",\"" : "\"";
    at_ = At::text;
  }
  json::append_escaped(out_, text);
}

void TreeWriter::write_attribute(std::string_view name, std::string_view value) {
  out_ += at_ == At::attributes ? ",\"" : ",{\"";
  at_ = At::attributes;
  out_.append(name).append("\":\"");
  json::append_escaped(out_, value);
  out_ += '"';
}

void TreeWriter::finish() {
  if (at_ == At::text)
    out_ += '"';
  if (at_ == At::attributes)
    out_ += '}';
  at_ = At::child;
}

} // namespace broadside::html
