#include "publish/faults/formats.hpp"

#include "publish/check.hpp"
#include "support/folder.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace broadside;

TEST_CASE("check's findings are JSON for programs, with file, line and column") {
  Folder folder;
  folder.write("a.md", "---\ntitle: A\n---\n\né [a][b] \"\n\n![x](javascript:1)\n");
  const auto checked = publish::check({folder.path(), folder.path() / "none.md"}, publish::Mend::nothing);
  const auto json = nlohmann::json::parse(publish::faults_as_json(checked.found));
  REQUIRE(json.size() == 3);
  CHECK(json[0]["severity"] == "error");
  CHECK(json[0]["code"] == "unsafe-address");
  CHECK(json[0]["line"] == 7);
  CHECK(json[1]["file"] == (folder.path() / "a.md").string());
  CHECK(json[1]["severity"] == "warning");
  CHECK(json[1]["line"] == 5);
  CHECK(json[1]["column"] == 3);
  CHECK(json[2]["file"] == (folder.path() / "none.md").string());
  CHECK_FALSE(json[2].contains("line"));
  CHECK(publish::faults_as_json({}) == "[]\n");
}

TEST_CASE("check's findings are commands for GitHub, whatever signs are in them") {
  const publish::Fault warning{{"raw-html", "", "50% of\nthis, and: that"}, {"a,b:c.md", 3, 5}, true};
  const publish::Fault error{{"unreadable", "", "cannot be read"}, {"d.md"}};
  CHECK(publish::faults_as_github({warning, error}) ==
        "::warning file=a%2Cb%3Ac.md,line=3,col=5,title=raw-html::50%25 of%0Athis, and: that\n"
        "::error file=d.md,title=unreadable::cannot be read\n");
}
