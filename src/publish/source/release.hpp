#pragma once

#include "publish/source/document.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::publish {

/// The texts that a build includes besides those that are for readers now.
struct Release {
  bool drafts = false;
  /// Texts with a date in the future are built too if this is true.
  bool future = false;
  /// The time of the build, in seconds since 1970-01-01T00:00:00Z.
  std::int64_t now;
};

/// Returns whether the date is later than `now`, in seconds since 1970-01-01T00:00:00Z. Returns false if it is not a
/// date.
bool is_in_future(std::string_view date, std::int64_t now);

/// Returns whether the date is `now` or earlier. Returns false if it is not a date.
bool has_passed(std::string_view date, std::int64_t now);

/// A text that is not built.
struct Withheld {
  enum class Reason : std::uint8_t { draft, to_come, expired };
  Reason reason;
  std::filesystem::path file;
  /// The date on which the text is published, or on which it has expired. It is empty for a draft.
  std::string date;
  /// The files that it names.
  std::set<std::filesystem::path> names;
};

/// Returns why the text is not built: "it is a draft", "its date, 2099-01-01, is in the future", or "it has expired on
/// 2021-03-14".
std::string reason_of(const Withheld&);

/// Returns the first time after `now` at which a date of these texts is in the future no more, or nullopt.
std::optional<std::int64_t> next_change(const std::vector<Document>& documents, std::int64_t now);

/// Removes the texts of an article that are not for readers now, and returns them. `documents` has the default
/// language's first; its draft state and dates also apply to the others unless they have their own.
std::vector<Withheld> withhold(std::vector<Document>& documents, const Release&);

} // namespace broadside::publish
