#pragma once

#include "core/article/article.hpp"
#include "publish/source/named_file.hpp"
#include "publish/source/rendering.hpp"
#include "publish/source/text_link.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace broadside::publish {

/// One text of an article: front matter, then Markdown.
struct Document {
  article::Translation translation;
  /// The dates are empty if the front matter has none.
  std::string published, modified;
  /// The date from which the text is for readers no more. It is empty if it has none.
  std::string expires;
  /// Other dates on which the text becomes another one for the build.
  std::vector<std::string> dates_to_come;
  /// Both are nullopt if the text does not say whether it is a draft, or whether readers may reply.
  std::optional<bool> is_draft, takes_replies;
  Rendering rendering;
  std::filesystem::path file;
  std::vector<NamedFile> names;
  /// The links to texts of this article and of others.
  std::vector<TextLink> links;
  /// The faults and warnings that were found while reading. A member above that has a fault is left empty.
  Faults faults;
};

/// Reads content/<id>/<lang>.md. Relative addresses in its front matter are resolved against `base`; `usual` applies
/// unless the front matter says otherwise; `now` is in seconds since 1970-01-01T00:00:00Z. Faults: those of
/// read_text_file, examine, Fields and check_language, and malformed, missing, missing-translation, other-name,
/// not-for-readers. Warnings: those of examine, check_language and warn_of_slips, and modified-before-published.
Document read_document(const std::filesystem::path& file, const html::Url& base, const Rendering& usual,
                       std::int64_t now);

/// Returns the first of these dates that is given. It is the default language's if that document is first and has one.
std::string first_date(const std::vector<Document>&, std::string Document::*date);

} // namespace broadside::publish
