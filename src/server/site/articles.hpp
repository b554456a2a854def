#pragma once

#include "core/reply/threads.hpp"
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

/// What the server has to know of an article.
struct ArticleInfo {
  struct Translation {
    std::string language, title;
    std::string url; // its own page; empty where not known
  };
  std::string id;
  bool replies_open;
  reply::Threads threads;
  /// The default language's first. At least one.
  std::vector<Translation> translations;

  /// The translation of exactly that tag, or else the default language's.
  const Translation& in(std::string_view language) const;
  bool has(std::string_view language) const { return in(language).language == language; }
};

/// The articles of a site, read from its files. A file that has changed is read again when its article is asked for, so
/// publishing needs no restart.
class Articles {
public:
  explicit Articles(std::filesystem::path site);

  /// Null where the site has no such article, or its file was never a good one; an error where it cannot be told, such
  /// as too_many_files_open.
  using Found = tl::expected<std::shared_ptr<const ArticleInfo>, std::errc>;

  /// From any thread.
  Found find(const std::string& id);

  struct Count {
    std::size_t all, open; // `open` take replies
  };
  /// Reads all of them, and logs those that cannot be read. Returns how many can.
  Count read_all();

private:
  struct Known {
    FileState state;
    bool is_settled = false;
    std::shared_ptr<const ArticleInfo> info;
    std::size_t text_hash = 0;
  };

  Found read(const std::filesystem::path& file, const std::string& id, const Known& known);
  Known known_as(const std::string& id);
  Found without_file(const std::string& id, const Known& known, std::errc fault);

  std::filesystem::path site_;
  std::mutex mutex_;
  std::unordered_map<std::string, Known> known_;
  std::optional<std::errc> last_fault_; // the one that was logged
};

} // namespace broadside::server
