#pragma once

#include "core/article/article.hpp"
#include "publish/source/rendering.hpp"

#include <optional>

namespace broadside::publish {

/// One file of an article's: front matter, then Markdown.
struct Document {
  article::Translation translation;
  /// Empty where the front matter has none.
  std::string published, modified;
  Rendering rendering;
  std::filesystem::path file;
};

/// Reads content/<id>/<lang>.md. Relative addresses in its front matter are made absolute against `base`; `usual` holds
/// where it says nothing else. Faults: those of read_text_file, cut_front_matter, read_fields, Fields and
/// check_addresses and check_language, and malformed, missing, missing-translation, too-long. Warnings: those of lint,
/// check_addresses and check_language.
std::optional<Document> read_document(const std::filesystem::path& file, const html::Url& base, const Rendering& usual,
                                      Faults&);

} // namespace broadside::publish
