#include "publish/article_memory.hpp"

#include <algorithm>
#include <chrono>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

// File systems count time in steps, mostly of 4 ms. A file that changed only just before it was looked at may change
// once more within the same step.
constexpr std::int64_t longest_step = 50'000'000;

// Makes the stamps of such files differ from every later one.
void spoil_unsettled(ArticleMemory::Stamps& stamps) {
  const auto now =
      std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch());
  for (auto& [file, stamp] : stamps)
    if (now.count() - stamp.changed < longest_step)
      stamp.changed = 0;
}

bool lies_below(const fs::path& file, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

bool links_to(const ArticleFolder& folder, const fs::path& file) {
  return std::any_of(folder.links.begin(), folder.links.end(),
                     [&](const TextLink& link) { return link.text.lexically_normal() == file; });
}

} // namespace

std::vector<ArticleMemory::Change> ArticleMemory::changes_to(const Stamps& now) const {
  std::vector<Change> changes;
  for (const auto& [file, stamp] : stamps_)
    if (const auto found = now.find(file); found == now.end() || found->second != stamp)
      changes.push_back({file.lexically_normal(), found == now.end()});
  for (const auto& [file, stamp] : now)
    if (!stamps_.contains(file))
      changes.push_back({file.lexically_normal(), true});
  return changes;
}

void ArticleMemory::follow(Stamps stamps) {
  const auto changes = changes_to(stamps);
  std::erase_if(articles_, [&](const auto& known) {
    const auto& path = known.first;
    const auto& article = known.second;
    const fs::path folder = path.lexically_normal();
    const bool has_faults = !article->folder || article->faults.any();
    const bool has_remarks = !article->faults.warnings().empty();
    return has_faults || std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
             return (change.is_of_name && has_remarks) || lies_below(change.file, folder) ||
                    article->folder->names.contains(change.file) || links_to(*article->folder, change.file);
           });
  });
  spoil_unsettled(stamps);
  stamps_ = std::move(stamps);
}

std::shared_ptr<const BuiltArticle> ArticleMemory::get(const fs::path& folder,
                                                       const std::function<BuiltArticle()>& make) {
  auto& known = articles_[folder];
  if (!known) {
    known = std::make_shared<const BuiltArticle>(make());
    ++made_;
  }
  return known;
}

} // namespace broadside::publish
