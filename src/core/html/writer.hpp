#pragma once

#include "core/html/url.hpp"
#include "core/html/vocabulary.hpp"

#include <string>
#include <string_view>

namespace broadside::html {

/// The interface through which the core writes what a reader sees: elements of the vocabulary, checked attributes, and
/// text. There is no way to write markup. Strings are UTF-8 and must be well formed (Markdown and JSON are checked
/// where they come in).
///
/// Attributes follow their element's open() and come before its first child. A value that the vocabulary does not
/// accept is left out. NUL becomes U+FFFD, and CR and CRLF become a line feed, as an HTML parser would have it.
class Writer {
public:
  virtual ~Writer() = default;
  virtual void open(Element) = 0;
  virtual void close() = 0;
  void text(std::string_view);
  void attribute(TextAttribute, std::string_view);
  void attribute(UrlAttribute, const Url&);

private:
  virtual void write_text(std::string_view) = 0;
  virtual void write_attribute(std::string_view name, std::string_view value) = 0;
};

} // namespace broadside::html
