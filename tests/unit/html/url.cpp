#include "core/html/url.hpp"

#include <catch2/catch.hpp>

using broadside::html::Url;

namespace {

std::string checked(std::string_view text) {
  const auto url = Url::check(text);
  return url ? url->text() : "refused";
}

std::string resolved(std::string_view text, std::string_view base = "http://a/b/c/d;p?q") {
  const auto base_url = Url::check(base);
  const auto url = Url::check(text, &*base_url);
  return url ? url->text() : "refused";
}

} // namespace

TEST_CASE("Web, mail, telephone and relative addresses are addresses") {
  CHECK(checked("https://example.com/a?b=c#d") == "https://example.com/a?b=c#d");
  CHECK(checked("HTTP://example.com") == "HTTP://example.com");
  CHECK(checked("mailto:a@example.com") == "mailto:a@example.com");
  CHECK(checked("tel:+1-555-0100") == "tel:+1-555-0100");
  CHECK(checked("picture.svg") == "picture.svg");
  CHECK(checked("../a/b:c") == "../a/b:c");
  CHECK(checked("//example.com/a") == "//example.com/a");
  CHECK(checked("#article-body") == "#article-body");
  CHECK(checked("") == "");
}

TEST_CASE("An address without a valid scheme is relative") {
  CHECK(checked("foo):x") == "foo):x");
  CHECK(checked("1a:b") == "1a:b");
  CHECK(checked(":javascript:1") == ":javascript:1");
}

TEST_CASE("Every other scheme is refused, however it is disguised") {
  using namespace std::string_view_literals;
  for (const auto text :
       {"javascript:alert(1)"sv, "JavaScript:alert(1)"sv, " javascript:alert(1)"sv, "\x01javascript:alert(1)"sv,
        "java\nscript:alert(1)"sv, "java\tscript:alert(1)"sv, "java\r\nscript:alert(1)"sv, "j\navascript\t:alert(1)"sv,
        "\0javascript:alert(1)"sv, "data:text/html,x"sv, "data:image/svg+xml,<svg onload=x>"sv, "vbscript:x"sv,
        "blob:https://a/b"sv, "file:///etc/passwd"sv, "ftp://a/b"sv, "about:blank"sv, "view-source:x"sv, "irc:x"sv,
        "a+b.c-d:x"sv})
    CHECK(checked(text) == "refused");
}

TEST_CASE("http and https name a host") {
  for (const char* text : {"http:", "https:a", "http:/a", "https:///a", "https://", "http://?a", "https:\\\\a"})
    CHECK(checked(text) == "refused");
  for (const char* text : {"//", "///a", "//?a", "//#a", " // "}) {
    CHECK(checked(text) == "refused");
    CHECK(resolved(text) == "refused");
  }
}

TEST_CASE("Characters that an address cannot contain are percent-encoded") {
  CHECK(checked("/a b") == "/a%20b");
  CHECK(checked("/\"<>`{}|^[]") == "/%22%3C%3E%60%7B%7D%7C%5E%5B%5D");
  CHECK(checked("/ñ") == "/%C3%B1");
  CHECK(checked("/a%20b") == "/a%20b");
  CHECK(checked("\\\\evil.example/") == "%5C%5Cevil.example/");
  CHECK(checked("/a&b'c") == "/a&b'c");
}

TEST_CASE("White space around an address, and line breaks in it, are not part of it") {
  CHECK(checked(" \n/a\t/b ") == "/a/b");
}

TEST_CASE("A relative address is resolved (RFC 3986, 5.4.1)") {
  CHECK(resolved("g") == "http://a/b/c/g");
  CHECK(resolved("./g") == "http://a/b/c/g");
  CHECK(resolved("g/") == "http://a/b/c/g/");
  CHECK(resolved("/g") == "http://a/g");
  CHECK(resolved("//g") == "http://g");
  CHECK(resolved("?y") == "http://a/b/c/d;p?y");
  CHECK(resolved("g?y") == "http://a/b/c/g?y");
  CHECK(resolved("g?y#s") == "http://a/b/c/g?y#s");
  CHECK(resolved(";x") == "http://a/b/c/;x");
  CHECK(resolved("g;x?y#s") == "http://a/b/c/g;x?y#s");
  CHECK(resolved("") == "http://a/b/c/d;p?q");
  CHECK(resolved(".") == "http://a/b/c/");
  CHECK(resolved("..") == "http://a/b/");
  CHECK(resolved("../g") == "http://a/b/g");
  CHECK(resolved("../..") == "http://a/");
  CHECK(resolved("../../g") == "http://a/g");
}

TEST_CASE("Odd relative addresses are resolved (RFC 3986, 5.4.2)") {
  CHECK(resolved("../../../../g") == "http://a/g");
  CHECK(resolved("/./g") == "http://a/g");
  CHECK(resolved("/../g") == "http://a/g");
  CHECK(resolved("g.") == "http://a/b/c/g.");
  CHECK(resolved("..g") == "http://a/b/c/..g");
  CHECK(resolved("./g/.") == "http://a/b/c/g/");
  CHECK(resolved("g/./h") == "http://a/b/c/g/h");
  CHECK(resolved("g/../h") == "http://a/b/c/h");
  CHECK(resolved("g;x=1/../y") == "http://a/b/c/y");
  CHECK(resolved("g?y/../x") == "http://a/b/c/g?y/../x");
}

TEST_CASE("An absolute address and a lone fragment need no base") {
  CHECK(resolved("https://b/c") == "https://b/c");
  CHECK(resolved("mailto:a@b") == "mailto:a@b");
  CHECK(resolved("#s") == "#s");
  CHECK(resolved("a", "https://news.example") == "https://news.example/a");
}
