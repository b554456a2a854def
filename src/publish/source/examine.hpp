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

/// What is known of a publisher's text before it is examined.
struct Expected {
  enum class FrontMatter { required, optional };
  FrontMatter front_matter;
  /// Holds where the text says nothing else.
  Rendering rendering;
  /// The address of the article's article.json; nothing where it is not known.
  std::optional<html::Url> base = {};
};

/// A publisher's text: its front matter, its Markdown, and what was found in that. Views of the text.
struct Examined {
  /// Nothing where there is no front matter, or it is malformed.
  std::optional<Fields> fields;
  Rendering rendering;
  /// Nothing where the front matter that must be there is not, or does not end.
  std::optional<std::string_view> markdown;
  Place markdown_place;
  /// What is surely not what was meant. It has been reported.
  std::vector<lint::Remark> remarks;
  /// The links to texts of articles, this one's and others.
  std::vector<TextLink> links;
  /// The files that the Markdown names; empty without a base.
  std::vector<NamedFile> names;
};

/// Reads a text as it stands in `file` and says all that is to be said of it, but for what its members must be: the
/// build and `broadside check` both begin with this. Faults: those of cut_front_matter, read_fields, read_rendering and
/// check_addresses, too-long, and those of lint. Warnings: those of check_addresses, check_relative_links and lint.
Examined examine(std::string_view text, const std::filesystem::path& file, const Expected&, Faults&);

/// Returns where a remark on the text stands in its file.
Place place_of(const lint::Remark&, const Examined&);

} // namespace broadside::publish
