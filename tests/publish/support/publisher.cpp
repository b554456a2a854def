#include "publisher.hpp"

#include <catch2/catch.hpp>

using namespace broadside;

Publisher::Publisher() {
  folder.write("broadside.yaml", "url: https://news.example/a\n"
                                 "publisher:\n"
                                 "  name: The Desk\n"
                                 "default: en\n"
                                 "license: CC BY 4.0\n"
                                 "replies: https://replies.example\n");
  write_article("tale/en.md", "title: A Tale\n");
  write_article("tale/es.md", "title: Un cuento\n");
}

void Publisher::write_article(const std::string& name, const std::string& front_matter, const std::string& markdown) {
  folder.write("content/" + name, "---\n" + front_matter + "---\n" + markdown);
}

std::vector<std::string> Publisher::build() {
  publish::BuildOptions options;
  options.publisher = folder.path();
  options.out = site.path() / "out";
  options.loader = loader;
  options.headers = headers;
  options.overrides.key_file = key_file;
  options.release = release;
  made.clear();
  auto result = publish::build(options, [&](const publish::ArticleOutline& article) { made.push_back(article.id); });
  std::vector<std::string> faults;
  if (result) {
    built = *std::move(result);
    return faults;
  }
  for (const Error& error : result.error()) {
    std::string where = error.where;
    if (const auto start = where.find(folder.path().string()); start == 0)
      where.erase(0, folder.path().string().size() + 1);
    faults.push_back(error.code + " at " + where);
  }
  return faults;
}
