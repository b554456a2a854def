#pragma once

#include "core/html/url.hpp"
#include "core/lint/remark.hpp"
#include "publish/source/named_file.hpp"
#include "publish/source/rendering.hpp"
#include "publish/source/text_link.hpp"
#include "publish/values/fields.hpp"

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace broadside::publish {

/// The facts that the caller knows about a text before it is examined.
struct Expected {
  enum class FrontMatter { required, optional };
  FrontMatter front_matter;
  /// The rendering that applies unless the front matter says otherwise.
  Rendering rendering;
  /// The address of the article's article.json, or nullopt if it is not known.
  std::optional<html::Url> base = {};
};

/// A publisher's text with its front matter, its Markdown, and the results of the examination. It holds views of the
/// text.
struct Examined {
  /// The front matter, or nullopt if there is none or if it is malformed.
  std::optional<Fields> fields;
  Rendering rendering;
  /// The Markdown, or nullopt if required front matter is missing, or if the front matter does not end.
  std::optional<std::string_view> markdown;
  Location markdown_location;
  /// The likely mistakes in the Markdown, which have been reported.
  std::vector<lint::Remark> remarks;
  /// The links to texts of this article and of others.
  std::vector<TextLink> links;
  /// The files that the Markdown names. The list is empty without a base.
  std::vector<NamedFile> names;
};

/// Examines the text of `file` and reports everything except faults in the values of its members. Both the build and
/// `broadside check` begin with this. Faults: those of cut_front_matter, read_fields, read_rendering and
/// check_addresses, too-long, and those of lint. Warnings: those of check_addresses, check_relative_links and lint.
Examined examine(std::string_view text, const std::filesystem::path& file, const Expected&, Faults&);

/// Returns the file, line and column of a remark on the text.
Location location_of(const lint::Remark&, const Examined&);

} // namespace broadside::publish
