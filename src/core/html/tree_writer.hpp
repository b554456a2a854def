#pragma once

#include "core/html/writer.hpp"

namespace broadside::html {

/// Writes JsonML: `["p", {"class": "dek"}, "text", ["em", "more"]]`. An empty object of attributes and empty texts are
/// left out, and adjacent texts are joined.
class TreeWriter final : public Writer {
public:
  /// Appends to `out`, which must outlive the writer.
  explicit TreeWriter(std::string& out) : out_(out) {}
  void open(Element) override;
  void close() override;

private:
  enum class At { start, attributes, child, text };

  void write_text(std::string_view) override;
  void write_attribute(std::string_view name, std::string_view value) override;
  void finish();

  std::string& out_;
  At at_ = At::child;
  int depth_ = 0;
};

} // namespace broadside::html
