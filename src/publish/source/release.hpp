#pragma once

#include "publish/source/document.hpp"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::publish {

/// The texts that a build takes along beside those that are for readers now.
struct Release {
  bool drafts = false;
  /// True where texts whose date is to come are built too.
  bool future = false;
  /// In seconds since 1970-01-01T00:00:00Z.
  std::int64_t now;
};

/// Returns whether that date is one after `now`, in seconds since 1970-01-01T00:00:00Z. What is no date is not.
bool is_to_come(std::string_view date, std::int64_t now);

/// A text that is not built.
struct Withheld {
  std::filesystem::path file;
  /// When readers are to see it; empty for a draft.
  std::string published;
  /// The files that it names.
  std::set<std::filesystem::path> names;
};

/// Returns why the text is not built: "it is a draft", or the date that is to come.
std::string reason_of(const Withheld&);

/// Takes those texts of an article out that are not for readers now. `documents` has the default language's first: what
/// that one says of drafts and dates holds for the others as far as they say nothing themselves.
std::vector<Withheld> withhold(std::vector<Document>& documents, const Release&);

} // namespace broadside::publish
