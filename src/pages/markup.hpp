#pragma once

#include "core/html/text_writer.hpp"
#include "pages/style_sheet.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace broadside::pages {

/// HTML of the page around an article or its replies, with elements that no vocabulary has (`html`, `meta`, `link`,
/// `script`, and a form with an address). It is made of templates in the source code, and only checked values fill
/// their holes: no text becomes markup.
class Markup;

/// A text with holes, "{name}", that is known at compile time.
class Template {
public:
  consteval Template(const char* text) : text_(text) {}
  constexpr std::string_view text() const { return text_; }

private:
  std::string_view text_;
};

/// The content of a hole, which may stand between tags or in a value between double quotes.
class Hole {
public:
  /// Escapes the text.
  Hole(std::string_view name, std::string_view text);
  Hole(std::string_view name, const std::string& text) : Hole(name, std::string_view(text)) {}
  Hole(std::string_view name, const char* text) : Hole(name, std::string_view(text)) {}
  Hole(std::string_view name, const html::Url& url) : Hole(name, std::string_view(url.text())) {}
  Hole(std::string_view name, const Markup& markup);

  std::string_view name() const { return name_; }
  const std::string& html() const { return html_; }

private:
  std::string_view name_;
  std::string html_;
};

class Markup {
public:
  Markup() = default;
  /// Returns the template with all of its holes filled. A name may occur several times.
  static Markup fill(Template, std::initializer_list<Hole>);
  /// Returns the HTML that `write` writes to the Writer it is given.
  template <typename Write> static Markup tree(Write write) {
    Markup markup;
    html::TextWriter writer(markup.html_);
    write(writer);
    return markup;
  }

  /// Returns a `style` element with one of our own style sheets.
  static Markup style(const InlineStyle&);

  /// Returns a `script` element that holds data, which no browser runs (HTML, 4.12.1 "data block"): JSON, in which the
  /// characters that could end the element are escaped.
  static Markup json_data(std::string_view type, std::string_view json);

  Markup& operator+=(const Markup& other) {
    html_ += other.html_;
    return *this;
  }
  const std::string& html() const { return html_; }
  bool empty() const { return html_.empty(); }

private:
  std::string html_;
};

} // namespace broadside::pages
