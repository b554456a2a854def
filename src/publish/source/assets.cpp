#include "publish/source/assets.hpp"

#include "publish/source/hidden.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

class Finder {
public:
  Finder(fs::path article_folder, Faults& faults) : article_folder_(std::move(article_folder)), faults_(faults) {}

  void search(const fs::path& folder) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error || leads_back(real)) {
      faults_.add({folder}, error ? "unreadable" : "link-loop",
                  error ? "cannot be read: " + error.message()
                        : "is a symbolic link to a folder that contains it, and following it would never end");
      return;
    }
    open_.push_back(real);
    for (const fs::path& entry : entries_of(folder, faults_))
      take(entry);
    open_.pop_back();
  }

  std::vector<fs::path> take_found() { return std::move(found_); }

private:
  // Returns whether the folder is, or contains, one of those that are being searched.
  bool leads_back(const fs::path& real) const {
    return std::any_of(open_.begin(), open_.end(), [&](const fs::path& open) {
      return std::mismatch(real.begin(), real.end(), open.begin(), open.end()).first == real.end();
    });
  }

  void take(const fs::path& entry) {
    std::error_code error;
    if (fs::is_directory(entry, error))
      search(entry);
    else if (entry.extension() == ".md")
      return;
    else if (fs::is_regular_file(entry, error))
      found_.push_back(entry.lexically_relative(article_folder_));
    else if (!refuse_broken_link(entry, faults_))
      faults_.add({entry}, "unreadable", "is neither a file nor a folder, and cannot be published");
  }

  fs::path article_folder_;
  Faults& faults_;
  /// The real paths of the folders from the article's folder down to the one that is being searched.
  std::vector<fs::path> open_;
  std::vector<fs::path> found_;
};

} // namespace

std::vector<fs::path> entries_of(const fs::path& folder, Faults& faults) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error))
    if (!is_hidden(entry->path()))
      entries.push_back(entry->path());
  if (error)
    faults.add({folder}, "unreadable", "cannot be read: " + error.message());
  std::sort(entries.begin(), entries.end());
  return entries;
}

bool refuse_broken_link(const fs::path& entry, Faults& faults) {
  std::error_code error;
  if (!fs::is_symlink(entry, error) || fs::exists(entry, error))
    return false;
  faults.add({entry}, "broken-link",
             "is a symbolic link to \"" + fs::read_symlink(entry, error).string() +
                 "\", and there is no such file or folder");
  return true;
}

std::vector<fs::path> find_assets(const fs::path& article_folder, Faults& faults) {
  Finder finder(article_folder, faults);
  finder.search(article_folder);
  return finder.take_found();
}

} // namespace broadside::publish
