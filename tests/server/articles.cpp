#include "server/site/articles.hpp"

#include "support/running_server.hpp"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <sys/stat.h>

#include <fstream>

using namespace broadside;
using namespace broadside::test;

namespace {

class Site {
public:
  Site() { write_site(folder_.path()); }
  std::filesystem::path file() const { return folder_.path() / "site/north-korea/article.json"; }
  server::Articles articles() const { return server::Articles(folder_.path() / "site"); }

  /// Writes another title of the same length into the file, and keeps its time.
  void rename_to(const std::string& title) const {
    std::string text;
    std::getline(std::ifstream(file()), text);
    text.replace(text.find("News & <more>"), 4, title);
    std::ofstream(file()) << text;
    set_time({1'700'000'000, 0});
  }

  void set_time(timespec time) const {
    const timespec both[2] = {time, time};
    REQUIRE(utimensat(AT_FDCWD, file().c_str(), both, 0) == 0);
  }

private:
  TemporaryFolder folder_;
};

} // namespace

TEST_CASE("An article that has changed is read again, even if its size and time are the same") {
  const Site site;
  auto articles = site.articles();
  site.set_time({1'700'000'000, 0});
  CHECK(articles.find("north-korea").value()->in("en").title == "News & <more>");
  site.rename_to("Olds");
  CHECK(articles.find("north-korea").value()->in("en").title == "Olds & <more>");
}

TEST_CASE("A file that replaces an article's is read, and an article whose file is gone is unknown") {
  const Site site;
  auto articles = site.articles();
  const auto aside = site.file().parent_path() / "aside";
  std::filesystem::copy_file(site.file(), aside);
  CHECK(articles.find("north-korea").value());
  std::filesystem::remove(site.file());
  CHECK_FALSE(articles.find("north-korea").value());
  std::filesystem::create_directory(site.file());
  CHECK_FALSE(articles.find("north-korea").value());
  std::filesystem::remove(site.file());
  std::filesystem::rename(aside, site.file());
  CHECK(articles.find("north-korea").value());
}

TEST_CASE("An article whose file cannot be read keeps what was known of it, and is not taken for missing") {
  const Site site;
  auto articles = site.articles();
  const auto aside = site.file().parent_path() / "aside";
  const auto make_unreadable = [&] {
    std::filesystem::rename(site.file(), aside);
    std::filesystem::create_symlink(site.file(), site.file()); // a link to itself cannot be followed (ELOOP)
  };
  make_unreadable();
  CHECK(articles.find("north-korea").error() == std::errc::too_many_symbolic_link_levels);
  std::filesystem::rename(aside, site.file());
  CHECK(articles.find("north-korea").value());
  make_unreadable();
  CHECK(articles.find("north-korea").value());
}
