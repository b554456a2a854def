#include "core/html/element.hpp"

namespace broadside::html {

Attribute::Attribute(TextAttribute name, const std::string& value) : Attribute(name, std::string_view(value)) {}

Attribute::Attribute(TextAttribute name, const std::optional<std::string>& value)
    : Attribute(name, value ? std::optional<std::string_view>(*value) : std::nullopt) {}

Attribute::Attribute(UrlAttribute name, const Url& value)
    : kind_(Kind::url), name_(static_cast<std::uint8_t>(name)), url_(&value) {}

Attribute::Attribute(UrlAttribute name, const std::optional<Url>& value)
    : kind_(value ? Kind::url : Kind::absent), name_(static_cast<std::uint8_t>(name)), url_(value ? &*value : nullptr) {
}

void Attribute::write(Writer& writer) const {
  if (kind_ == Kind::text)
    writer.attribute(static_cast<TextAttribute>(name_), text_);
  else if (kind_ == Kind::url)
    writer.attribute(static_cast<UrlAttribute>(name_), *url_);
}

void open(Writer& writer, Element name, Attributes attributes) {
  writer.open(name);
  for (const Attribute& attribute : attributes)
    attribute.write(writer);
}

void close(Writer& writer) { writer.close(); }

void element(Writer& writer, Element name, Attributes attributes) {
  open(writer, name, attributes);
  writer.close();
}

void text_element(Writer& writer, Element name, Attributes attributes, std::string_view text) {
  open(writer, name, attributes);
  writer.text(text);
  writer.close();
}

} // namespace broadside::html
