#pragma once

#include "core/html/writer.hpp"

#include <string>
#include <unordered_set>
#include <vector>

namespace broadside::lint {

/// A Writer that keeps only the ids, and the addresses of links to anchors in the same text.
class AnchorCollector : public html::Writer {
public:
  void open(html::Element) override {}
  void close() override {}

  /// The addresses of links that begin with "#", in the order in which they were written.
  const std::vector<std::string>& links() const { return links_; }
  /// Returns whether the address is that of an id.
  bool has(const std::string& address) const { return ids_.contains(address); }

private:
  void write_text(std::string_view) override {}
  void write_attribute(std::string_view name, std::string_view value) override {
    if (name == "id")
      ids_.insert(html::Url::fragment(value).text());
    if (name == "href" && value.starts_with('#'))
      links_.emplace_back(value);
  }

  std::unordered_set<std::string> ids_;
  std::vector<std::string> links_;
};

} // namespace broadside::lint
