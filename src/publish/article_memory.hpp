#pragma once

#include "publish/built_article.hpp"
#include "publish/source/file_tree.hpp"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace broadside::publish {

/// Keeps what the folders of articles have made, for as long as no file has changed on which it depends: one in the
/// article's own folder, or one elsewhere that the article names or links to. An article with a fault or a warning
/// depends on all names in content/, because a new or renamed file may mend it, and so does one with a withheld text,
/// because that keeps files from readers which it names. One with a date to come is kept until
/// then.
class ArticleMemory {
public:
  using Articles = std::map<std::string, std::shared_ptr<const BuiltArticle>>;

  ArticleMemory() = default;
  /// Goes on with the tree and the articles, by id, that an earlier build has kept.
  ArticleMemory(FileTree tree, Articles articles) : tree_(std::move(tree)), articles_(std::move(articles)) {}

  /// Looks at all files in content/, and forgets what depends on one that differs from the last call, or on a time
  /// before `now`, in seconds since 1970-01-01T00:00:00Z.
  void follow(const std::filesystem::path& content, std::int64_t now);
  void forget_all() { articles_.clear(); }

  /// Returns what the folder has made, or null if that is not known. Several threads may call this and keep().
  std::shared_ptr<const BuiltArticle> find(const std::filesystem::path& folder) const;
  void keep(const std::filesystem::path& folder, std::shared_ptr<const BuiltArticle>);

  /// Returns how many articles keep() has been given so far.
  std::size_t count_made() const { return made_; }

  const FileTree& tree() const { return tree_; }
  const Articles& articles() const { return articles_; }

private:
  struct Changes {
    std::set<std::filesystem::path> files;
    std::set<std::string> articles;
    /// True if there are other names than before.
    bool are_of_names = false;
  };

  static Changes changes_between(const FileTree& before, const FileTree& after, const std::filesystem::path& content);
  static bool concern(const Changes&, const std::string& id, const BuiltArticle&);

  FileTree tree_;
  Articles articles_;
  std::size_t made_ = 0;
  mutable std::mutex mutex_;
};

} // namespace broadside::publish
