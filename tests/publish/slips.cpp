#include "publish/values/slips.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using Catch::Matchers::Contains;
using publish::meant_by;
using Names = std::vector<std::string>;

TEST_CASE("a misspelt member is distinguished from a publisher's own member") {
  const auto meant = [](std::string_view name) {
    return meant_by(name, {"title", "dek", "author", "authors", "published", "date", "modified", "lead", "replies"})
        .value_or("");
  };
  CHECK(meant("deck") == "dek");
  CHECK(meant("Dek") == "dek");
  CHECK(meant("publised") == "published");
  CHECK(meant("publsihed") == "published");
  CHECK(meant("publish") == "published");
  CHECK(meant("titel") == "title");
  CHECK(meant("TITLE") == "title");
  CHECK(meant("autor") == "author");
  CHECK(meant("auhtors") == "authors");
  CHECK(meant("repliess") == "replies");
  CHECK(meant("lede") == "");
  CHECK(meant("note") == "");
  CHECK(meant("editor") == "");
  CHECK(meant("x-deck") == "");
  CHECK(meant(std::string(100'000, 'd')) == "");
  for (const char* name : {"tags", "categories", "slug", "layout", "weight", "data", "lang", "type", "publishDate"})
    CHECK(meant(name) == "");
}

TEST_CASE("a misspelt member causes a warning that names the likely one") {
  Publisher publisher;
  publisher.folder.write("content/tale/p.svg", "<svg/>");
  publisher.folder.write("broadside.yaml", "publisher: {name: N, urll: x}\ndefault: en\nurl: https://x.example/\n"
                                           "licence: MIT\nx-url: y\n");
  publisher.write_article("tale/en.md", "title: T\ndeck: D\nlead:\n  src: p.svg\n  atl: A\ntags: [a]\nx-deck: own\n");
  REQUIRE(publisher.build() == Names{});
  Names warnings;
  for (const auto& warning : publisher.built.warnings)
    if (warning.code == "unknown-member")
      warnings.push_back(warning.where.substr(publisher.folder.path().string().size() + 1) + ": " + warning.message);
  REQUIRE(warnings.size() == 4);
  CHECK_THAT(warnings[0], Contains("broadside.yaml:4: licence: ") && Contains("license was probably meant"));
  CHECK_THAT(warnings[1],
             Contains("broadside.yaml:1: publisher.urll: ") && Contains("publisher.url was probably meant"));
  CHECK_THAT(warnings[2], Contains("content/tale/en.md:6: lead.atl: ") && Contains("lead.alt was probably meant"));
  CHECK_THAT(warnings[3], Contains("content/tale/en.md:3: deck: ") && Contains("dek was probably meant"));
}
