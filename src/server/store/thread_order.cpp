#include "server/store/thread_order.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace broadside::server::store {

namespace {

std::uint32_t number_in(std::string_view step) {
  std::uint32_t number = 0;
  std::from_chars(step.data(), step.data() + step.size(), number, 16);
  return number;
}

} // namespace

std::vector<Selection> sections_of(const ThreadQuery& thread) {
  using Languages = Selection::Languages;
  std::vector<std::string> own = {thread.language};
  if (thread.language == thread.default_language)
    own.emplace_back();
  switch (thread.threads) {
  case reply::ThreadPolicy::separate:
    return {{thread.article, Languages::listed, own}};
  case reply::ThreadPolicy::own_first:
    return {{thread.article, Languages::listed, own}, {thread.article, Languages::not_listed, own}};
  default:
    return {{thread.article}};
  }
}

std::optional<int> section_of(const ThreadQuery& thread, const std::string& language) {
  const auto sections = sections_of(thread);
  const auto found = std::find_if(sections.begin(), sections.end(),
                                  [&](const Selection& selection) { return selection.has(language); });
  if (found == sections.end())
    return std::nullopt;
  return static_cast<int>(found - sections.begin());
}

/// The newest branch comes first if its first number is replaced by the distance from the highest one.
std::string path_in(reply::Order order, const std::string& path) {
  if (order == reply::Order::oldest || path.empty())
    return path;
  const auto first =
      reply::path_step(std::numeric_limits<std::uint32_t>::max() - number_in(reply::path_above(path, 1)));
  return first + path.substr(first.size());
}

std::int64_t place_in(std::string_view path) {
  return number_in(path.substr(reply::path_above(path, reply::depth_of(path) - 1).size()));
}

std::string path_column(reply::Order order) { return order == reply::Order::oldest ? "path" : "newest_path"; }

} // namespace broadside::server::store
