#pragma once

#include "core/reply/thread_policy.hpp"
#include "server/site/site_file.hpp"

#include <tl/expected.hpp>

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <vector>

namespace broadside::server {

/// The facts that the server needs about an article.
struct ArticleInfo {
  struct Translation {
    std::string language, title;
    std::string url; // the address of its own page; empty if not known
  };
  std::string id;
  bool replies_open;
  reply::ThreadPolicy threads;
  /// The number of levels that a thread shows below each other.
  int thread_depth;
  /// The date of the publication; empty if not known.
  std::string published;
  /// There is at least one translation. That of the default language comes first.
  std::vector<Translation> translations;

  /// Returns the translation of exactly that tag, or else that of the default language.
  const Translation& in(std::string_view language) const;
  bool has(std::string_view language) const { return in(language).language == language; }
};

/// The articles of a site, read from its files. A file that has changed is read again when its article is asked for, so
/// that publishing needs no restart.
class Articles {
public:
  explicit Articles(std::filesystem::path site);

  /// Null if the site has no such article, or if its file has never been valid. It is an error, such as
  /// too_many_files_open, if the server cannot tell.
  using Found = tl::expected<std::shared_ptr<const ArticleInfo>, std::errc>;

  /// Finds an article. It may be called from any thread.
  Found find(const std::string& id);

  struct Count {
    std::size_t all, open; // `open` is the number of those that take replies
  };
  /// Reads all articles, and logs those that cannot be read. Returns how many can.
  Count read_all();

private:
  struct Known {
    FileState state;
    bool is_settled = false;
    std::shared_ptr<const ArticleInfo> info;
    std::size_t text_hash = 0;
  };

  Found read(const std::filesystem::path& file, const std::string& id, const Known& known);
  Known known_article(const std::string& id);
  Found without_file(const std::string& id, const Known& known, std::errc fault);

  std::filesystem::path site_;
  std::mutex mutex_;
  std::unordered_map<std::string, Known> known_;
  std::optional<std::errc> last_fault_; // the last fault that was logged
};

} // namespace broadside::server
