#include "support/publisher.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using Catch::Matchers::Contains;
using Names = std::vector<std::string>;

namespace {

// Builds a text with this member after its title, on the third line of its file.
Names faults_of(Publisher& publisher, const std::string& member) {
  publisher.write_article("rat/en.md", "title: T\n" + member + "\n");
  const Names faults = publisher.build();
  publisher.folder.write("content/rat/en.md", "---\ntitle: T\n---\n");
  return faults;
}

} // namespace

// GoogleChrome/web.dev#2716, getnikola/nikola#577: a broken embargo cannot be undone.
TEST_CASE("a text that another system would not show to readers is refused, and not published") {
  Publisher publisher;
  for (const char* member :
       {"status: draft",      "Status: Private",     "status: pending",     "post_status: future", "status: [draft]",
        "visibility: hidden", "visibility: private", "visibility: members", "state: archived",     "private: true",
        "private: yes",       "hidden: 'True'",      "unlisted: true",      "publish: false",      "public: no",
        "permalink: false",   "password: sesame",    "Draft: true",         "drafts: true",        "is_draft: true",
        "isDraft: 1",         "darft: true",         "Published: false",    "publised: false"}) {
    CAPTURE(member);
    CHECK(faults_of(publisher, member) == Names{"not-for-readers at content/rat/en.md:3"});
  }
}

// hydephp/develop#2001, tapestry-cloud/tapestry#185
TEST_CASE("dates for other systems are compared with the build's clock") {
  Publisher publisher;
  for (const char* member :
       {"publishDate: 2099-01-01", "pubDate: 2026-11-27T12:00:01Z", "publish_date: 2026-11-28",
        "published_at: 2026-11-27T11:00:00-05:00", "embargo: 2099-01-01", "Date: 2099-01-01", "publised: 2099-01-01",
        "publish: 2099-01-01", "pubDate: Jul 08 2022", "expiryDate: 2026-11-27", "expires_at: 2026-11-27T11:59:59Z",
        "unpublish_date: 2020-01-01", "expire_date: Jul 08 2099"}) {
    CAPTURE(member);
    CHECK(faults_of(publisher, member) == Names{"not-for-readers at content/rat/en.md:3"});
  }
  for (const char* member :
       {"publishDate: 2021-01-01", "pubDate: 2026-11-27T12:00:00Z", "Date: 2021-01-01", "publish_date: 2026-11-27",
        "expiryDate: 2099-01-01", "expire-date: 2026-11-28", "pubDate:"}) {
    CAPTURE(member);
    CHECK(faults_of(publisher, member) == Names{});
  }
  CHECK(faults_of(publisher, "date: 2099-01-01\npublished: 2021-01-01") ==
        Names{"not-for-readers at content/rat/en.md:3"});
}

TEST_CASE("members for other systems that do not withhold a text are ignored") {
  Publisher publisher;
  for (const char* member :
       {"status: publish", "status: published", "status: done", "visibility: public", "private: false",
        "unlisted: 'no'", "publish: true", "public: true", "permalink: /a/", "Draft: false",
        "hidden:", "x-status: draft", "status: {draft: true}", "layout: draft", "password:"}) {
    CAPTURE(member);
    CHECK(faults_of(publisher, member) == Names{});
  }
}

TEST_CASE("a text that is withheld by Broadside's own members may have other systems' members too") {
  Publisher publisher;
  publisher.write_article("rat/en.md", "title: T\ndraft: true\nstatus: draft\npublishDate: 2099-01-01\n");
  publisher.write_article("ox/en.md", "title: T\npublished: 2099-01-01\npublishDate: 2099-01-01\n");
  CHECK(publisher.build() == Names{});
  CHECK(publisher.built.withheld.size() == 2);
  publisher.release.drafts = publisher.release.future = true;
  CHECK(publisher.build() == Names{});
  CHECK(publisher.built.withheld.empty());
}

TEST_CASE("the error for another system's member says what to write instead") {
  Publisher publisher;
  const auto message_on = [&](const std::string& member) {
    publisher.write_article("rat/en.md", "title: T\n" + member + "\n");
    publish::BuildOptions options;
    options.publisher = publisher.folder.path();
    options.out = publisher.site.path() / "out";
    options.release = publisher.release;
    const auto built = publish::build(options, [](const publish::ArticleOutline&) {});
    return built ? "" : built.error().front().message;
  };
  CHECK_THAT(message_on("status: draft"), Contains("status: \"draft\"") && Contains("write draft: true"));
  CHECK_THAT(message_on("publish: false"), Contains("publish: \"false\"") && Contains("write draft: true"));
  CHECK_THAT(message_on("Draft: true"), Contains("Draft: \"true\"") && Contains("write draft: true"));
  CHECK_THAT(message_on("publishDate: 2099-01-01"),
             Contains("publishDate: ") && Contains("is in the future") && Contains("write published: 2099-01-01"));
  CHECK_THAT(message_on("pubDate: Jul 08 2022"),
             Contains("may be in the future") && Contains("published: with a date such as 2021-03-14"));
  CHECK_THAT(message_on("expiryDate: 2020-01-01"),
             Contains("is in the past") && Contains("write expires: 2020-01-01 instead"));
  const std::string password = message_on("password: sesame");
  CHECK_THAT(password, Contains("write draft: true") && !Contains("sesame"));
}
