#pragma once

#include "core/html/url.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace broadside::markdown {

/// The characters of a name, as a class of a regular expression has them, and how many there are; `most` is 0 for no
/// name.
struct NameShape {
  std::string_view characters;
  std::size_t least = 0, most = 0;
};

/// One form that the addresses of a provider's videos have. Broadside's loader, which shows them, is generated from the
/// same table.
struct VideoPattern {
  std::string_view provider;
  /// The names are in lower case, separated by spaces.
  std::string_view hosts;
  /// The beginnings of the paths that a video's name follows, with spaces between; `*` is any one segment. Where there
  /// is a parameter, the whole paths.
  std::string_view paths;
  /// The parameter of the query that is the video's name; empty where the path ends in the name.
  std::string_view parameter;
  NameShape name;
  /// The key that may follow the name in the path, of a video that is not listed.
  NameShape key;
};

std::span<const VideoPattern> video_patterns();

/// Returns whether the address is that of a video, which a host may show in the link's place.
bool is_video(const html::Url&);

} // namespace broadside::markdown
