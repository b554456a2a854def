#include "core/json/cursor.hpp"
#include "support/loader.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using Catch::Matchers::Contains;
using Names = std::vector<std::string>;

namespace {

std::string frame_of(const Publisher& publisher, const std::string& language) {
  return publisher.site.read("out/tale/" + language + "/embed.html");
}

// Returns the members of an answer of oEmbed that are texts.
class Answer {
public:
  Answer(const Publisher& publisher, const std::string& language)
      : root_(json::parse(publisher.site.read("out/tale/" + language + "/oembed.json"))) {
    REQUIRE(root_);
  }

  std::string text(std::string_view name) {
    return json::Cursor(*root_, reading_)[name].string(json::Presence::optional);
  }
  std::optional<int> number(std::string_view name) {
    return json::Cursor(*root_, reading_)[name].integer(json::Presence::optional, 0, 10'000);
  }

private:
  tl::expected<json::Value, Error> root_;
  json::Reading reading_;
};

} // namespace

TEST_CASE("each page has an embed.html beside it, which shows the article in a frame without a loader, too") {
  Publisher publisher;
  REQUIRE(publisher.build() == Names{});
  const std::string frame = frame_of(publisher, "es");
  CHECK_THAT(frame, Contains("<html lang=\"es\" dir=\"ltr\">") && Contains("<title>Un cuento</title>"));
  CHECK_THAT(frame, Contains("<meta name=\"robots\" content=\"noindex\">") &&
                        Contains("<link rel=\"canonical\" href=\"https://news.example/a/tale/es/\">"));
  CHECK_THAT(frame, Contains("<broadside-article src=\"../article.json\" replies=\"link\">\n"
                             "<div class=\"broadside\">\n<article "));
  CHECK_THAT(frame, Contains("<a href=\"https://news.example/a/\">The Desk</a>") && Contains("CC BY 4.0"));
  CHECK_THAT(frame, Contains("<script defer src=\"../../broadside-frame.js\"></script>") && !Contains("integrity"));
  CHECK_THAT(publisher.site.read("out/broadside-frame.js"), Contains("postMessage"));
}

TEST_CASE("embed.html loads the loader, as a page does") {
  Publisher publisher;
  const Folder dist;
  write_loader(dist, "1.0.0-a", "1");
  publisher.loader = dist.path();
  REQUIRE(publisher.build() == Names{});
  CHECK_THAT(frame_of(publisher, "en"),
             Contains("<script async src=\"https://news.example/a/broadside/1.0.0-a/broadside.js\" integrity=\"" +
                      loader_hash + "\" crossorigin=\"anonymous\"></script>"));
}

TEST_CASE("embed.html links to the replies, and holds no form, since a frame may not be allowed to send one") {
  Publisher publisher;
  publisher.write_article("tale/gsw.md", "title: E Gschicht\n");
  REQUIRE(publisher.build() == Names{});
  CHECK_THAT(frame_of(publisher, "en"), Contains("<p class=\"replies\"><a href=\"https://news.example/a/tale/en/\">"
                                                 "Replies are on the publisher’s page</a></p>") &&
                                            !Contains("<form"));
  CHECK_THAT(frame_of(publisher, "gsw"), Contains("<p class=\"replies\" lang=\""));
  publisher.folder.write("broadside.yaml", "publisher: {name: N, url: https://x.example/}\ndefault: en\n");
  REQUIRE(publisher.build() == Names{});
  CHECK_THAT(frame_of(publisher, "en"), !Contains("class=\"replies\""));
}

TEST_CASE("a page names its answer of oEmbed, whose HTML is a quote with a link and a frame with a title") {
  Publisher publisher;
  publisher.write_article("tale/es.md", "title: El \"cuento\" & <más>\nauthors: [Ana, Eva]\n");
  REQUIRE(publisher.build() == Names{});
  CHECK_THAT(publisher.site.read("out/tale/es/index.html"),
             Contains("<link rel=\"alternate\" type=\"application/json+oembed\" "
                      "href=\"https://news.example/a/tale/es/oembed.json\">"));
  Answer answer(publisher, "es");
  CHECK(answer.text("version") == "1.0");
  CHECK(answer.text("type") == "rich");
  CHECK(answer.text("title") == "El \"cuento\" & <más>");
  CHECK(answer.text("author_name") == "Ana, Eva");
  CHECK(answer.text("provider_name") == "The Desk");
  CHECK(answer.text("provider_url") == "https://news.example/a/");
  CHECK(answer.number("width") == 600);
  CHECK(answer.number("height") == 600);
  CHECK(answer.text("html") == "<blockquote><a href=\"https://news.example/a/tale/es/\">"
                               "El &quot;cuento&quot; &amp; &lt;más&gt;</a></blockquote>"
                               "<iframe src=\"https://news.example/a/tale/es/embed.html\" width=\"600\" height=\"600\" "
                               "frameborder=\"0\" title=\"El &quot;cuento&quot; &amp; &lt;más&gt;\"></iframe>");
}

TEST_CASE("an answer of oEmbed has the lead picture if its size is known and previews show it") {
  Publisher publisher;
  const auto build_with = [&](const std::string& lead) {
    publisher.write_article("tale/en.md", "title: A Tale\nlead: " + lead + "\n");
    REQUIRE(publisher.build() == Names{});
  };
  build_with("{src: //x.example/p.png, alt: A, width: 300, height: 200}");
  Answer answer(publisher, "en");
  CHECK(answer.text("thumbnail_url") == "https://x.example/p.png");
  CHECK(answer.number("thumbnail_width") == 300);
  CHECK(answer.number("thumbnail_height") == 200);
  for (const char* lead :
       {"{src: //x.example/p.png, alt: A}", "{src: //x.example/p.svg, alt: A, width: 3, height: 2}"}) {
    build_with(lead);
    CHECK(Answer(publisher, "en").text("thumbnail_url").empty());
  }
}

TEST_CASE("embed.html does not overwrite a file of the publisher") {
  Publisher publisher;
  publisher.folder.write("content/tale/en/embed.html", "");
  CHECK(publisher.build() == Names{"conflict at content/tale/en/embed.html"});
}
