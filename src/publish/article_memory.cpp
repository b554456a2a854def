#include "publish/article_memory.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

bool is_over(const BuiltArticle& article, std::int64_t now) {
  return article.folder->changes_at && *article.folder->changes_at <= now;
}

} // namespace

ArticleMemory::Changes ArticleMemory::changes_between(const FileTree& before, const FileTree& after,
                                                      const fs::path& content) {
  Changes changes;
  for_each_difference(before, after, [&](const std::string& path, bool is_of_name) {
    changes.files.insert((content / path).lexically_normal());
    changes.articles.insert(path.substr(0, path.find('/')));
    changes.are_of_names |= is_of_name;
  });
  return changes;
}

bool ArticleMemory::concern(const Changes& changes, const std::string& id, const BuiltArticle& article) {
  const auto contains = [&](const fs::path& file) { return changes.files.contains(file.lexically_normal()); };
  const auto& folder = *article.folder;
  const bool depends_on_names = !article.faults.warnings().empty() || !folder.withheld.empty();
  return changes.articles.contains(id) || (changes.are_of_names && depends_on_names) ||
         std::any_of(folder.names.begin(), folder.names.end(), contains) ||
         std::any_of(folder.links.begin(), folder.links.end(),
                     [&](const TextLink& link) { return contains(link.text); });
}

void ArticleMemory::follow(const fs::path& content, std::int64_t now) {
  FileTree tree = read_file_tree(content, tree_);
  const Changes changes = changes_between(tree_, tree, content);
  const bool is_same = changes.files.empty();
  std::erase_if(articles_, [&](const auto& known) {
    const auto& [id, article] = known;
    return !article->folder || article->faults.any() || is_over(*article, now) ||
           (!is_same && concern(changes, id, *article));
  });
  spoil_unsettled(tree);
  tree_ = std::move(tree);
}

std::shared_ptr<const BuiltArticle> ArticleMemory::find(const fs::path& folder) const {
  const std::lock_guard lock(mutex_);
  const auto found = articles_.find(folder.filename().string());
  return found == articles_.end() ? nullptr : found->second;
}

void ArticleMemory::keep(const fs::path& folder, std::shared_ptr<const BuiltArticle> article) {
  const std::lock_guard lock(mutex_);
  articles_[folder.filename().string()] = std::move(article);
  ++made_;
}

} // namespace broadside::publish
