#pragma once

#include "core/article/article.hpp"
#include "publish/source/named_file.hpp"
#include "publish/source/rendering.hpp"
#include "publish/source/text_link.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace broadside::publish {

/// One file of an article's: front matter, then Markdown.
struct Document {
  article::Translation translation;
  /// Empty where the front matter has none.
  std::string published, modified;
  /// The text says whether it is a draft and whether readers may reply; nothing where it does not say.
  std::optional<bool> is_draft, takes_replies;
  Rendering rendering;
  std::filesystem::path file;
  std::vector<NamedFile> names;
  /// Its links to texts of articles, this one's and others.
  std::vector<TextLink> links;
  /// The faults and warnings that were found on the way. A member above that a fault concerns is left out.
  Faults faults;
};

/// Reads content/<id>/<lang>.md. Relative addresses in its front matter are made absolute against `base`; `usual` holds
/// where it says nothing else; `now` is in seconds since 1970-01-01T00:00:00Z. Faults: those of read_text_file,
/// examine, Fields and check_language, and malformed, missing, missing-translation, other-name, not-for-readers.
/// Warnings: those of examine, check_language and warn_of_slips, and modified-before-published.
Document read_document(const std::filesystem::path& file, const html::Url& base, const Rendering& usual,
                       std::int64_t now);

/// The first of these dates that is given: the default language's, where that one is first and has one.
std::string first_date(const std::vector<Document>&, std::string Document::*date);

} // namespace broadside::publish
