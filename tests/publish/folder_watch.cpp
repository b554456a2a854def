#include "publish/watch/folder_watch.hpp"

#include "support/folder.hpp"

#include <catch2/catch.hpp>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

using namespace broadside;
namespace fs = std::filesystem;

namespace {

/// Counts how often a watch has told of changes.
class Watched {
public:
  explicit Watched(const fs::path& folder)
      : watch_(publish::FolderWatch::open(folder).value()), thread_([this] { listen(); }) {}
  Watched(const Watched&) = delete;
  Watched& operator=(const Watched&) = delete;
  ~Watched() {
    watch_.stop();
    thread_.join();
  }

  /// Returns whether the watch tells of a change that it has not told of before.
  bool hears(std::chrono::milliseconds patience = std::chrono::seconds(20)) {
    std::unique_lock lock(mutex_);
    return heard_.wait_for(lock, patience, [&] { return std::exchange(has_heard_, false); });
  }

private:
  void listen() {
    while (watch_.wait()) {
      const std::lock_guard lock(mutex_);
      has_heard_ = true;
      heard_.notify_one();
    }
  }

  publish::FolderWatch watch_;
  std::mutex mutex_;
  std::condition_variable heard_;
  bool has_heard_ = false;
  std::thread thread_;
};

} // namespace

TEST_CASE("a watch tells of changes wherever they are in content/") {
  const Folder folder;
  folder.write("broadside.yaml", "");
  folder.write("content/tale/en.md", "One.");
  Watched watched(folder.path());

  SECTION("of a file that is written, or replaced as editors do") {
    folder.write("content/tale/en.md", "Two.");
    CHECK(watched.hears());
    folder.write("content/tale/.en.md.tmp", "Three.");
    fs::rename(folder.path() / "content/tale/.en.md.tmp", folder.path() / "content/tale/en.md");
    CHECK(watched.hears());
  }
  SECTION("of files in folders that are new") {
    folder.write("content/new/pictures/deep/a.txt", "a");
    REQUIRE(watched.hears());
    folder.write("content/new/pictures/deep/a.txt", "b");
    CHECK(watched.hears());
  }
  SECTION("of a folder that is renamed, and of what happens in it then") {
    fs::rename(folder.path() / "content/tale", folder.path() / "content/story");
    REQUIRE(watched.hears());
    folder.write("content/story/en.md", "Two.");
    CHECK(watched.hears());
  }
  SECTION("of a whole content/ that goes and comes back") {
    fs::rename(folder.path() / "content", folder.path() / "away");
    REQUIRE(watched.hears());
    fs::rename(folder.path() / "away", folder.path() / "content");
    REQUIRE(watched.hears());
    folder.write("content/tale/en.md", "Two.");
    CHECK(watched.hears());
  }
  SECTION("of the settings, but not of other files beside them, nor of hidden ones") {
    folder.write("broadside.yaml", "default: en\n");
    REQUIRE(watched.hears());
    folder.write("notes.txt", "");
    folder.write("content/tale/.en.md.swp", "");
    folder.write("content/tale/en.md~", "");
    CHECK_FALSE(watched.hears(std::chrono::milliseconds(100)));
  }
}

TEST_CASE("a watch tells of a file that a symbolic link in content/ leads to") {
  const Folder folder, elsewhere;
  folder.write("broadside.yaml", "");
  folder.write("content/tale/en.md", "One.");
  elsewhere.write("file.md", "One.");
  fs::create_symlink(elsewhere.path() / "file.md", folder.path() / "content/tale/es.md");
  Watched watched(folder.path());
  elsewhere.write("file.md", "Two.");
  CHECK(watched.hears());
}

TEST_CASE("what is written in one go is told of once") {
  const Folder folder;
  folder.write("content/tale/en.md", "One.");
  Watched watched(folder.path());
  for (int i = 0; i < 50; ++i)
    folder.write("content/tale/en.md", std::to_string(i));
  REQUIRE(watched.hears());
  CHECK_FALSE(watched.hears(std::chrono::milliseconds(100)));
}
