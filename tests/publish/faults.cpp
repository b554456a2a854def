#include "support/publisher.hpp"

#include <catch2/catch.hpp>

using Faults = std::vector<std::string>;

TEST_CASE("each fault of a text names its file and line") {
  Publisher publisher;
  publisher.folder.write("content/tale/.hidden.png", "");
  const auto fault = [&](const std::string& text) {
    publisher.folder.write("content/tale/en.md", text);
    const Faults faults = publisher.build();
    REQUIRE(faults.size() == 1);
    return faults.front();
  };
  CHECK(fault("# A Tale\n") == "missing-front-matter at content/tale/en.md:1");
  CHECK(fault("---\ntitle: A Tale\n\nText.\n") == "unclosed-front-matter at content/tale/en.md:1");
  CHECK(fault("---\ntitle: A\nauthors: [b\n---\n") == "malformed-yaml at content/tale/en.md:4");
  CHECK(fault("---\n- title\n---\n") == "wrong-type at content/tale/en.md:2");
  CHECK(fault("---\ndek: D\n---\n") == "missing at content/tale/en.md:2");
  CHECK(fault("---\ndek: D\ntitle:\n---\n") == "missing at content/tale/en.md:2");
  CHECK(fault("---\ntitle: A\ndek: D\ntitle: B\n---\n") == "duplicate-member at content/tale/en.md:4");
  CHECK(fault("---\ntitle: A\ndek: {a: b}\n---\n") == "wrong-type at content/tale/en.md:3");
  CHECK(fault("---\ntitle: A\ndek: " + std::string(5001, 'd') + "\n---\n") == "too-long at content/tale/en.md:3");
  CHECK(fault("---\ntitle: A\n\npublished: March 14\n---\n") == "malformed at content/tale/en.md:4");
  CHECK(fault("---\ntitle: A\nmodified: 2021-02-29\n---\n") == "malformed at content/tale/en.md:3");
  CHECK(fault("---\ntitle: A\npublished: 2021-03-14T10:32:99 or soZ\n---\n") == "malformed at content/tale/en.md:3");
  CHECK(fault("---\ntitle: A\nlead:\n  src: javascript:1\n---\n") == "unsafe-address at content/tale/en.md:4");
  CHECK(fault("---\ntitle: A\nlead:\n  src: none.png\n---\n") == "missing-picture at content/tale/en.md:4");
  CHECK(fault("---\ntitle: A\nlead:\n  alt: none\n---\n") == "missing at content/tale/en.md:4");
  CHECK(fault("---\ntitle: A\nlead:\n  src: //x/y.png\n  width: 0\n---\n") == "out-of-range at content/tale/en.md:5");
  CHECK(fault("---\ntitle: A\nlead:\n  src: //x/y.png\n  width: 3em\n---\n") == "wrong-type at content/tale/en.md:5");
  CHECK(fault("---\ntitle: A\n---\n\nOne.\n\nTwo\n![x](none.png)\n") == "missing-picture at content/tale/en.md:8");
  CHECK(fault("---\ntitle: A\n---\n![x](../../broadside.yaml)\n") == "missing-picture at content/tale/en.md:4");
  CHECK(fault("---\ntitle: A\n---\n![x](.hidden.png)\n") == "missing-picture at content/tale/en.md:4");
  CHECK(fault("---\ntitle: A\n---\n![x](javascript:1)\n") == "unsafe-address at content/tale/en.md:4");
  CHECK(fault("---\ntitle: A\n---\n![x](mailto:a@b.example)\n") == "unsafe-address at content/tale/en.md:4");
  CHECK(fault("---\ntitle: A\nlead:\n  src: tel:1\n---\n") == "unsafe-address at content/tale/en.md:4");
  CHECK(fault("---\ntitle: A\nhtml: raw\n---\n") == "malformed at content/tale/en.md:3");
  CHECK(fault("---\ntitle: A\ntypography: curly\n---\n") == "malformed at content/tale/en.md:3");
  CHECK(fault("---\ntitle: A\nmachine: yes\n---\n") == "malformed at content/tale/en.md:3");
  CHECK(fault("---\ntitle: A\noriginal: e_s\n---\n") == "malformed at content/tale/en.md:3");
  CHECK(fault("---\ntitle: A\noriginal: jp\n---\n") == "unknown-language at content/tale/en.md:3");
  CHECK(fault("---\ntitle: A\noriginal: fr\n---\n") == "missing-translation at content/tale/en.md:3");
  CHECK(fault("---\ntitle: A\nhtml: escape\n---\n") == "conflict at content/tale/es.md:1");
  CHECK(fault("---\ntitle: A\ndate: in spring\n---\n") == "malformed at content/tale/en.md:3");
  CHECK(fault("---\r\ntitle: A\r\n---\r\n\xFF\r\n") == "malformed-utf8 at content/tale/en.md:4");
  CHECK(fault("---\ntitle: A\n---\n" + std::string((2U << 20U) + 1, 'a')) == "too-long at content/tale/en.md:4");
}

TEST_CASE("each fault of a name names the file or folder") {
  Publisher publisher;
  SECTION("a text whose name is not a language tag") {
    publisher.write_article("tale/english_us.md", "title: A\n");
    CHECK(publisher.build() == Faults{"malformed at content/tale/english_us.md:1"});
  }
  SECTION("a text in an unknown language, and one whose tag is not canonical") {
    publisher.write_article("tale/gr.md", "title: A\n");
    publisher.write_article("tale/iw.md", "title: A\n");
    CHECK(publisher.build() ==
          Faults{"unknown-language at content/tale/gr.md:1", "not-canonical at content/tale/iw.md:1"});
  }
  SECTION("two texts in one language") {
    publisher.write_article("tale/zh-Hans.md", "title: A\n");
    publisher.write_article("tale/zh-hans.md", "title: A\n");
    CHECK(publisher.build() == Faults{"conflict at content/tale/zh-hans.md:1"});
  }
  SECTION("a text that is a broken link, and one that is empty") {
    std::filesystem::create_symlink("gone.md", publisher.folder.path() / "content/tale/de.md");
    publisher.folder.write("content/tale/fr.md", "");
    CHECK(publisher.build() ==
          Faults{"unreadable at content/tale/de.md", "missing-front-matter at content/tale/fr.md:1"});
  }
  SECTION("a folder whose name is not an id") {
    publisher.write_article("A Tale/en.md", "title: A\n");
    CHECK(publisher.build() == Faults{"malformed at content/A Tale"});
  }
  SECTION("a folder without a text") {
    publisher.folder.write("content/empty/picture.svg", "<svg/>");
    CHECK(publisher.build() == Faults{"no-translations at content/empty"});
  }
  SECTION("a file at a place where the build makes one") {
    publisher.folder.write("content/tale/article.json", "{}");
    publisher.folder.write("content/tale/es/index.html", "");
    CHECK(publisher.build() ==
          Faults{"conflict at content/tale/article.json", "conflict at content/tale/es/index.html"});
  }
  SECTION("a publisher without articles") {
    std::filesystem::remove_all(publisher.folder.path() / "content/tale");
    CHECK(publisher.build() == Faults{"no-articles at content"});
  }
}

TEST_CASE("each fault of broadside.yaml names its line") {
  Publisher publisher;
  const auto faults = [&](const std::string& text) {
    publisher.folder.write("broadside.yaml", text);
    return publisher.build();
  };
  const std::string good = "publisher: {name: N}\ndefault: en\nurl: https://x.example/\n";
  REQUIRE(faults(good).empty());
  CHECK(faults("default: en\nurl: https://x.example/\n") == Faults{"missing at broadside.yaml:1"});
  CHECK(faults("publisher: {name: N}\ndefault: en\n") == Faults{"missing at broadside.yaml:1"});
  CHECK(faults("publisher: {name: N}\ndefault: en\nurl: x\n") == Faults{"unsafe-address at broadside.yaml:3"});
  CHECK(faults("publisher: {name: N}\ndefault: e_n\nurl: //x\n") ==
        Faults{"unsafe-address at broadside.yaml:3", "malformed at broadside.yaml:2"});
  CHECK(faults("publisher: {name: N}\ndefault: jp\nurl: https://x.example/\n") ==
        Faults{"unknown-language at broadside.yaml:2"});
  CHECK(faults(good + "replies: https://x.example/?a\n") == Faults{"malformed at broadside.yaml:4"});
  CHECK(faults(good + "loader: {src: https://x.example/b.js}\n") == Faults{"missing at broadside.yaml:4"});
  CHECK(faults(good + "loader: {src: https://x.example/b.js, integrity: sha384-short}\n") ==
        Faults{"malformed at broadside.yaml:4"});
  CHECK(faults(good + "html: all\n") == Faults{"malformed at broadside.yaml:4"});
  for (const char* depth : {"0", "11", "99999999999"})
    CHECK(faults(good + "thread-depth: " + depth + "\n") == Faults{"out-of-range at broadside.yaml:4"});
  CHECK(faults(good + "thread-depth: deep\n") == Faults{"wrong-type at broadside.yaml:4"});
  std::filesystem::remove(publisher.folder.path() / "broadside.yaml");
  CHECK(publisher.build() == Faults{"unreadable at broadside.yaml"});
}

TEST_CASE("all faults are reported together, and nothing is written") {
  Publisher publisher;
  publisher.write_article("tale/en.md", "dek: D\npublished: soon\n");
  publisher.write_article("other/fr.md", "title: T\n", "![x](none.png) ![y](ftp://x)\n");
  CHECK(publisher.build() == Faults{"missing-picture at content/other/fr.md:4",
                                    "unsafe-address at content/other/fr.md:4", "missing at content/tale/en.md:2",
                                    "malformed at content/tale/en.md:3"});
  CHECK_FALSE(publisher.site.has("out"));
}
