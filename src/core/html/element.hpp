#pragma once

#include "core/html/writer.hpp"

#include <initializer_list>
#include <optional>

namespace broadside::html {

/// An attribute as a view writes it. An attribute without a value is left out.
class Attribute {
public:
  Attribute(TextAttribute name, std::optional<std::string_view> value) : text_(name), value_(value) {}
  Attribute(UrlAttribute name, const Url& value) : url_name_(name), url_(&value) {}
  Attribute(UrlAttribute name, const std::optional<Url>& value) : url_name_(name), url_(value ? &*value : nullptr) {}

  void write(Writer& writer) const {
    if (url_ != nullptr)
      writer.attribute(url_name_, *url_);
    if (value_)
      writer.attribute(text_, *value_);
  }

private:
  TextAttribute text_{};
  std::optional<std::string_view> value_;
  UrlAttribute url_name_{};
  const Url* url_ = nullptr;
};

/// Writes an element with what `content` writes in it. So the code of a view reads like its page.
template <typename Content>
void element(Writer& writer, Element name, std::initializer_list<Attribute> attributes, Content content) {
  writer.open(name);
  for (const Attribute& attribute : attributes)
    attribute.write(writer);
  content();
  writer.close();
}

inline void element(Writer& writer, Element name, std::initializer_list<Attribute> attributes = {}) {
  element(writer, name, attributes, [] {});
}

inline void text_element(Writer& writer, Element name, std::initializer_list<Attribute> attributes,
                         std::string_view text) {
  element(writer, name, attributes, [&] { writer.text(text); });
}

} // namespace broadside::html
