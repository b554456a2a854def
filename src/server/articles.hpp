#pragma once

#include "core/reply/threads.hpp"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
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

  /// From any thread. Nothing where the site has no such article, or its file cannot be read and never could.
  std::shared_ptr<const ArticleInfo> find(const std::string& id);

  /// Reads all of them, and logs those that cannot be read. How many can.
  std::size_t read_all();

private:
  struct Known {
    std::filesystem::file_time_type modified;
    std::shared_ptr<const ArticleInfo> info;
  };

  std::filesystem::path site_;
  std::mutex mutex_;
  std::unordered_map<std::string, Known> known_;
};

} // namespace broadside::server
