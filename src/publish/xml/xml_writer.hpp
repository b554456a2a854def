#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadside::publish {

/// An attribute of an XML element. Its name is our own.
struct XmlAttribute {
  std::string_view name;
  std::string_view value;
};

/// Writes an XML 1.0 document in UTF-8, an element a line.
///
/// Names are our own and are written as they are. In texts and values, characters that XML forbids (XML 1.0, 2.2) are
/// left out, and those that it reserves become references by number, which readers of RSS that take a title for HTML
/// understand as well (RSS Best Practices Profile, "Character Data").
class XmlWriter {
public:
  XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n") {}

  void open(std::string_view name, std::initializer_list<XmlAttribute> attributes = {});
  void close();
  /// Writes an element that holds nothing but a text.
  void element(std::string_view name, std::string_view text, std::initializer_list<XmlAttribute> attributes = {});
  /// Writes an element without content.
  void empty(std::string_view name, std::initializer_list<XmlAttribute> attributes);

  /// Returns the number of bytes so far.
  std::size_t size() const { return out_.size(); }
  /// Returns the document. Every element must be closed.
  std::string take() { return std::move(out_); }

private:
  void start_tag(std::string_view name, std::initializer_list<XmlAttribute> attributes);

  std::string out_;
  /// The innermost element is last.
  std::vector<std::string_view> open_;
};

} // namespace broadside::publish
