#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace broadside::server::api {

/// A page of replies as it is sent, and the version of the thread that it shows.
struct CachedPage {
  std::string version;
  std::string body;
};

/// Keeps pages of replies as they are sent, so that one that thousands of readers ask for is read and written once. It
/// may be used from several threads.
class PageCache {
public:
  /// The limit of all pages and their keys: some thousand first pages.
  static constexpr std::size_t most_bytes = 16 * 1024 * 1024;

  /// Returns the page with that key, in whatever version it was kept, or null.
  std::shared_ptr<const CachedPage> find(const std::string& key);

  /// Keeps a page in the place of that key's former one. If there are too many bytes, those go whose last use is the
  /// longest ago.
  void keep(const std::string& key, std::shared_ptr<const CachedPage>);

private:
  struct Entry {
    std::string key;
    std::shared_ptr<const CachedPage> page;
    std::size_t bytes() const { return 2 * key.size() + page->version.size() + page->body.size(); }
  };
  using Entries = std::list<Entry>;

  void forget(Entries::iterator);

  std::mutex mutex_;
  Entries entries_; // the last one used comes first
  std::unordered_map<std::string, Entries::iterator> by_key_;
  std::size_t bytes_ = 0;
};

} // namespace broadside::server::api
