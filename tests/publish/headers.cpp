#include "publish/headers/policy.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using Catch::Matchers::Contains;

namespace {

html::Url address(std::string_view text) {
  const auto url = html::Url::check(text);
  REQUIRE(url);
  return *url;
}

} // namespace

TEST_CASE("the path of an address cannot end its source in the policy, nor name a variable of nginx") {
  const publish::Settings settings{address("https://site.example/"),
                                   {},
                                   "en",
                                   {},
                                   address("https://replies.example/a;script-src,$x/"),
                                   {},
                                   3,
                                   std::nullopt,
                                   {}};
  const std::string policy = publish::content_security_policy(settings);
  CHECK_THAT(policy, Contains("form-action 'self' https://replies.example/a%3Bscript-src%2C%24x/"));
}

TEST_CASE("a build replaces its own files of headers, and refuses to replace those of the publisher") {
  Publisher publisher;
  REQUIRE(publisher.build().empty());
  publisher.headers = true;
  const auto file = publisher.site.path() / "out/_headers";
  publisher.site.write("out/_headers", "theirs");
  CHECK(publisher.build() == std::vector<std::string>{"not-ours at " + file.string()});
  CHECK(publisher.site.read("out/_headers") == "theirs");

  std::filesystem::remove(file);
  REQUIRE(publisher.build().empty());
  publisher.site.write("out/_headers", "ours, but old");
  REQUIRE(publisher.build().empty());
  CHECK_THAT(publisher.site.read("out/_headers"), Contains("Content-Security-Policy"));
}
