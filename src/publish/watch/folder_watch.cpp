#include "publish/watch/folder_watch.hpp"

#include "publish/source/file_stamp.hpp"
#include "publish/source/hidden.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <set>
#include <string>
#include <system_error>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// Editors replace a file by several steps within a few milliseconds.
constexpr std::chrono::milliseconds moment_of_rest{15};
// A program that never rests does not put a build off for longer.
constexpr std::chrono::milliseconds longest_unrest{500};

constexpr std::uint32_t watched_events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                         IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

// Returns the folders in which something may change that the site is made of. What a symbolic link leads to changes in
// a folder of its own.
std::set<fs::path> folders_of(const fs::path& publisher) {
  std::set<fs::path> folders{publisher};
  std::error_code error;
  for (const fs::path& folder : folders_in(publisher / "content")) {
    folders.insert(folder);
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error))
      if (entry->is_symlink(error))
        folders.insert(fs::weakly_canonical(entry->path(), error).parent_path());
  }
  return folders;
}

} // namespace

class FolderWatch::Descriptors {
public:
  explicit Descriptors(fs::path publisher)
      : publisher_(std::move(publisher)), changes_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)),
        stop_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
  Descriptors(const Descriptors&) = delete;
  Descriptors& operator=(const Descriptors&) = delete;
  ~Descriptors() {
    close(changes_);
    close(stop_);
  }

  bool are_open() const { return changes_ >= 0 && stop_ >= 0; }

  // Watches all folders that are there now, and no others. Returns what went wrong; a folder that has just gone is no
  // fault.
  std::error_code watch_all() {
    std::map<int, fs::path> watched;
    std::error_code fault;
    for (const fs::path& folder : folders_of(publisher_)) {
      const int watch = inotify_add_watch(changes_, folder.c_str(), watched_events);
      if (watch >= 0)
        watched.emplace(watch, folder);
      else if (errno != ENOENT && errno != ENOTDIR)
        fault = std::error_code(errno, std::generic_category());
    }
    for (const auto& [watch, folder] : watched_)
      if (!watched.contains(watch))
        inotify_rm_watch(changes_, watch);
    watched_ = std::move(watched);
    return fault;
  }

  enum class Heard { nothing, change, stop };

  // Without a time it waits for as long as it takes.
  Heard listen(std::optional<std::chrono::milliseconds> time) {
    std::array<pollfd, 2> open{pollfd{changes_, POLLIN, 0}, pollfd{stop_, POLLIN, 0}};
    const int ready = poll(open.data(), open.size(), time ? static_cast<int>(time->count()) : -1);
    if (open[1].revents != 0)
      return Heard::stop;
    return ready > 0 && read_changes() ? Heard::change : Heard::nothing;
  }

  void stop() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(stop_, &one, sizeof one);
  }

private:
  // Returns whether any of the changes concerns the site.
  bool read_changes() {
    alignas(inotify_event) std::array<char, 16 * 1024> bytes;
    bool concerns = false;
    for (;;) {
      const auto length = read(changes_, bytes.data(), bytes.size());
      if (length <= 0)
        return concerns;
      for (const char* at = bytes.data(); at < bytes.data() + length;) {
        const auto* const event = reinterpret_cast<const inotify_event*>(at);
        concerns = concerns || is_of_site(*event);
        at += sizeof(inotify_event) + event->len;
      }
    }
  }

  bool is_of_site(const inotify_event& event) const {
    if ((event.mask & IN_IGNORED) != 0)
      return false;
    const std::string name = event.len > 0 ? event.name : "";
    const auto folder = watched_.find(event.wd);
    if (folder != watched_.end() && folder->second == publisher_ && !name.empty())
      return name == "broadside.yaml" || name == "content";
    return name.empty() || !is_hidden(name);
  }

  fs::path publisher_;
  int changes_, stop_;
  std::map<int, fs::path> watched_;
};

FolderWatch::FolderWatch(std::unique_ptr<Descriptors> descriptors) : descriptors_(std::move(descriptors)) {}
FolderWatch::FolderWatch(FolderWatch&&) noexcept = default;
FolderWatch& FolderWatch::operator=(FolderWatch&&) noexcept = default;
FolderWatch::~FolderWatch() = default;

tl::expected<FolderWatch, Error> FolderWatch::open(const fs::path& publisher) {
  auto descriptors = std::make_unique<Descriptors>(publisher);
  std::error_code fault =
      descriptors->are_open() ? descriptors->watch_all() : std::error_code(errno, std::generic_category());
  if (!fault)
    return FolderWatch(std::move(descriptors));
  std::string message = "cannot be watched for changes: " + fault.message();
  if (fault == std::errc::no_space_on_device)
    message = "has more folders than this system lets one watch; raise fs.inotify.max_user_watches (sysctl)";
  return tl::unexpected(Error{"unwatchable", publisher.string(), message});
}

bool FolderWatch::wait() {
  using Heard = Descriptors::Heard;
  auto heard = Heard::nothing;
  while (heard == Heard::nothing)
    heard = descriptors_->listen(std::nullopt);
  const auto last = Clock::now() + longest_unrest;
  while (heard == Heard::change && Clock::now() < last) {
    // A folder that is new is watched at once, and before it is known to rest.
    descriptors_->watch_all();
    heard = descriptors_->listen(moment_of_rest);
  }
  return heard != Heard::stop;
}

void FolderWatch::stop() { descriptors_->stop(); }

} // namespace broadside::publish
