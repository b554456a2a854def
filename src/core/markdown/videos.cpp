#include "core/markdown/videos.hpp"

#include "core/ascii.hpp"
#include "core/word_list.hpp"

#include <algorithm>
#include <iterator>

namespace broadside::markdown {
namespace {

constexpr std::string_view segment_characters = "A-Za-z0-9_-";
constexpr NameShape youtube_name = {segment_characters, 11, 11};
constexpr NameShape vimeo_name = {"0-9", 1, 12};
constexpr NameShape vimeo_key = {"0-9a-f", 6, 20};
constexpr std::string_view youtube_hosts =
    "youtube.com www.youtube.com m.youtube.com youtube-nocookie.com www.youtube-nocookie.com";

constexpr VideoPattern patterns[] = {
    {"YouTube", "youtu.be", "/", "", youtube_name, {}},
    {"YouTube", youtube_hosts, "/embed/ /live/ /shorts/ /v/", "", youtube_name, {}},
    {"YouTube", youtube_hosts, "/watch", "v", youtube_name, {}},
    {"Vimeo", "vimeo.com www.vimeo.com player.vimeo.com", "/ /video/ /channels/*/", "", vimeo_name, vimeo_key},
};

// Returns whether a class such as "A-Z_-" has the character.
bool has(std::string_view characters, char c) {
  for (; !characters.empty(); characters.remove_prefix(1)) {
    const bool is_range = characters.size() > 2 && characters[1] == '-';
    if (is_range ? c >= characters[0] && c <= characters[2] : c == characters[0])
      return true;
    characters.remove_prefix(is_range ? 2 : 0);
  }
  return false;
}

bool is_name(std::string_view text, const NameShape& shape) {
  return text.size() >= shape.least && text.size() <= shape.most &&
         std::all_of(text.begin(), text.end(), [&](char c) { return has(shape.characters, c); });
}

std::string_view take_segment(std::string_view& path) {
  const auto segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

// Takes the beginning off a path, and returns whether the path has it.
bool take_beginning(std::string_view& path, std::string_view beginning) {
  const auto before = beginning.substr(0, beginning.find('*'));
  if (!path.starts_with(before))
    return false;
  path.remove_prefix(before.size());
  if (before.size() == beginning.size())
    return true;
  const auto segment = take_segment(path);
  return is_name(segment, {segment_characters, 1, segment.size()}) &&
         take_beginning(path, beginning.substr(before.size() + 1));
}

bool ends_in_name(std::string_view path, const VideoPattern& pattern) {
  if (!is_name(take_segment(path), pattern.name))
    return false;
  if (path.size() > 1 && pattern.key.most > 0) {
    path.remove_prefix(1);
    if (!is_name(take_segment(path), pattern.key))
      return false;
  }
  return path.empty() || path == "/";
}

std::string_view value_of(std::string_view parameter, std::string_view query) {
  while (!query.empty()) {
    const auto pair = query.substr(0, query.find('&'));
    if (pair.substr(0, pair.find('=')) == parameter)
      return pair.substr(std::min(parameter.size() + 1, pair.size()));
    query.remove_prefix(std::min(pair.size() + 1, query.size()));
  }
  return {};
}

bool matches(const VideoPattern& pattern, std::string_view host, std::string_view path, std::string_view query) {
  if (!is_listed(pattern.hosts, host))
    return false;
  if (!pattern.parameter.empty())
    return is_listed(pattern.paths, path) && is_name(value_of(pattern.parameter, query), pattern.name);
  return !every_word(pattern.paths, [&](std::string_view beginning) {
    auto rest = path;
    return !take_beginning(rest, beginning) || !ends_in_name(rest, pattern);
  });
}

} // namespace

std::span<const VideoPattern> video_patterns() { return patterns; }

bool is_video(const html::Url& url) {
  if (!url.is_web())
    return false;
  std::string_view rest = std::string_view(url.text()).substr(url.scheme().size() + 3);
  rest = rest.substr(0, rest.find('#'));
  const auto host = lowered(rest.substr(0, rest.find_first_of("/?")));
  rest.remove_prefix(host.size());
  const auto path = rest.substr(0, rest.find('?'));
  rest.remove_prefix(std::min(path.size() + 1, rest.size()));
  return std::any_of(std::begin(patterns), std::end(patterns),
                     [&](const VideoPattern& pattern) { return matches(pattern, host, path, rest); });
}

} // namespace broadside::markdown
