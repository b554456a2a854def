#pragma once

#include "core/html/writer.hpp"

#include <vector>

namespace broadside::html {

/// Writes HTML. A parser makes of it exactly the tree that TreeWriter writes.
class TextWriter final : public Writer {
public:
  /// Appends to `out`, which must outlive the writer.
  explicit TextWriter(std::string& out) : out_(out) {}
  void open(Element) override;
  void close() override;

private:
  void write_text(std::string_view) override;
  void write_attribute(std::string_view name, std::string_view value) override;
  void finish_start_tag();

  std::string& out_;
  std::vector<Element> open_;
  bool in_start_tag_ = false;
};

} // namespace broadside::html
