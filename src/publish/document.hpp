#pragma once

#include "core/article/article.hpp"
#include "publish/faults.hpp"

#include <optional>

namespace broadside::publish {

/// One file of an article's: front matter in YAML between two lines of three hyphens, then Markdown.
struct Document {
  article::Translation translation;
  /// Empty where the front matter has none.
  std::string published, modified;
};

/// Reads content/<id>/<lang>.md. Relative addresses in its front matter are made absolute against `base`. Faults: those
/// of read_text_file, YamlMap and check_addresses, and malformed, missing, too-long.
std::optional<Document> read_document(const std::filesystem::path& file, const html::Url& base, Faults&);

} // namespace broadside::publish
