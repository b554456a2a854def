#include "support/publisher.hpp"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <map>
#include <thread>

using namespace broadside;
using Names = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

/// The number of files that may still be put in place before this process is killed; it lives on if negative.
int renames_left = -1;

} // namespace

/// Stands before that of the C library, so that a test can kill a build wherever it puts a file in place.
extern "C" int rename(const char* from, const char* to) {
  if (renames_left == 0)
    raise(SIGKILL);
  if (renames_left > 0)
    --renames_left;
  return static_cast<int>(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

namespace {

std::map<std::string, std::string> contents(const Publisher& publisher) {
  std::map<std::string, std::string> texts;
  for (const std::string& name : publisher.site.files())
    if (!name.starts_with("out/.broadside-build"))
      texts[name] = publisher.site.read(name);
  return texts;
}

/// Builds in a process of its own, which is killed when it has put that many files in place. Returns whether it was.
bool build_and_die(Publisher& publisher, int files) {
  const pid_t child = fork();
  if (child == 0) {
    renames_left = files;
    publisher.build();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

/// Requires every page that the list of articles names to be there, and every picture.
void require_named_files(const Publisher& publisher) {
  const std::string list = publisher.site.read("out/index.html");
  for (const char* id : {"map", "new", "sea", "tale"}) {
    if (list.find("href=\"" + std::string(id) + "/en/\"") == std::string::npos)
      continue;
    INFO(id);
    CHECK(publisher.site.has(std::string("out/") + id + "/en/index.html"));
    CHECK(publisher.site.has(std::string("out/") + id + "/article.json"));
  }
  if (publisher.site.has("out/new/en/index.html"))
    CHECK(publisher.site.has("out/new/new.png"));
}

} // namespace

TEST_CASE("a build that was killed at any file is finished by the next one, and names nothing that is not there") {
  int files = 0;
  for (bool is_killed = true; is_killed; ++files) {
    INFO("killed after " << files << " files");
    Publisher publisher;
    publisher.write_article("map/en.md", "title: A Map\n", "See [the tale](../tale/en.md).\n");
    publisher.write_article("sea/en.md", "title: The Sea\n");
    REQUIRE(publisher.build() == Names{});
    // Files that have only just changed would be made again in any case.
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    REQUIRE(publisher.build() == Names{});

    publisher.write_article("new/en.md", "title: New\n", "![New](new.png)\n");
    publisher.folder.write("content/new/new.png", "picture");
    publisher.write_article("tale/en.md", "title: Another Tale\n", "Another text.\n");
    fs::remove_all(publisher.folder.path() / "content/sea");
    is_killed = build_and_die(publisher, files);
    require_named_files(publisher);
    REQUIRE(publisher.build() == Names{});
    const auto finished = contents(publisher);
    fs::remove_all(publisher.site.path() / "out");
    REQUIRE(publisher.build() == Names{});
    REQUIRE(finished == contents(publisher));
  }
  CHECK(files > 15);
}
