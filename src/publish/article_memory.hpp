#pragma once

#include "publish/built_article.hpp"
#include "publish/source/file_stamp.hpp"

#include <functional>
#include <map>
#include <memory>

namespace broadside::publish {

/// Keeps what the folders of articles have made, for as long as no file has changed on which it depends: one in the
/// article's own folder, or one elsewhere that the article names or links to. An article with a fault or a warning
/// depends on all names in content/, because a new or renamed file may mend it.
class ArticleMemory {
public:
  using Stamps = std::map<std::filesystem::path, FileStamp>;

  /// Forgets what depends on a file that differs from the last call. `stamps` has all files in content/.
  void follow(Stamps stamps);
  void forget_all() { articles_.clear(); }

  /// Returns what the folder has made; `make` is called if that is not known.
  std::shared_ptr<const BuiltArticle> get(const std::filesystem::path& folder,
                                          const std::function<BuiltArticle()>& make);

  /// Returns how many articles get() has had made so far.
  std::size_t count_made() const { return made_; }

private:
  struct Change {
    std::filesystem::path file;
    /// False if there was a file of that name before and still is.
    bool is_of_name;
  };

  std::vector<Change> changes_to(const Stamps& now) const;

  Stamps stamps_;
  std::map<std::filesystem::path, std::shared_ptr<const BuiltArticle>> articles_;
  std::size_t made_ = 0;
};

} // namespace broadside::publish
