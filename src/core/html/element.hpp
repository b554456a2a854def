#pragma once

#include "core/html/writer.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>

namespace broadside::html {

/// An attribute as a view writes it. An attribute without a value is left out.
class Attribute {
public:
  constexpr Attribute(TextAttribute name, std::string_view value)
      : kind_(Kind::text), name_(static_cast<std::uint8_t>(name)), text_(value) {}
  constexpr Attribute(TextAttribute name, const char* value) : Attribute(name, std::string_view(value)) {}
  constexpr Attribute(TextAttribute name, std::optional<std::string_view> value)
      : kind_(value ? Kind::text : Kind::absent), name_(static_cast<std::uint8_t>(name)),
        text_(value.value_or(std::string_view())) {}
  Attribute(TextAttribute, const std::string&);
  Attribute(TextAttribute, const std::optional<std::string>&);
  Attribute(UrlAttribute, const Url&);
  Attribute(UrlAttribute, const std::optional<Url>&);

  void write(Writer&) const;

private:
  // Views have hundreds of attributes, so that each is only as many words as it takes.
  enum class Kind : std::uint8_t { absent, text, url };
  Kind kind_;
  std::uint8_t name_;
  union {
    std::string_view text_;
    const Url* url_;
  };
};

using Attributes = std::initializer_list<Attribute>;

/// Opens an element that has these attributes.
void open(Writer&, Element, Attributes);
/// Closes the innermost element. Views call this one, since a virtual call takes more code.
void close(Writer&);

/// Writes an element with what `content` writes in it. So the code of a view reads like its page.
template <typename Content> void element(Writer& writer, Element name, Attributes attributes, Content content) {
  open(writer, name, attributes);
  content();
  close(writer);
}

void element(Writer&, Element, Attributes = {});
void text_element(Writer&, Element, Attributes, std::string_view text);

} // namespace broadside::html
