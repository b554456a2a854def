#include "server/store/thread_order.hpp"

#include <algorithm>

namespace broadside::server::store {

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

} // namespace broadside::server::store
