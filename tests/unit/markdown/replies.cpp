#include "support/rendered.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using tests::rendered_reply;

// RetroAchievements/RAWeb#3012, replayio/devtools#3870, urbit/urbit#4245
TEST_CASE("The end of a line in a reply is a line break") {
  CHECK(rendered_reply("First line\nSecond line") == "<p>First line<br>Second line</p>");
  CHECK(rendered_reply("a  \nb\\\nc\r\nd\re") == "<p>a<br>b<br>c<br>d<br>e</p>");
  CHECK(rendered_reply("> a\n> b\n\n- c\n  d") == "<blockquote><p>a<br>b</p></blockquote><ul><li>c<br>d</li></ul>");
  CHECK(rendered_reply("第一行\n第二行") == "<p>第一行<br>第二行</p>");
  CHECK(rendered_reply("<div>\na\n</div>\n") == "<p>&lt;div&gt;<br>a<br>&lt;/div&gt;</p>");
  CHECK(rendered_reply("a <b\nc>d</b>") == "<p>a &lt;b<br>c&gt;d&lt;/b&gt;</p>");
  CHECK(rendered_reply("`a\nb`") == "<p><code>a b</code></p>");
}

// mozilla/legal-docs#198
TEST_CASE("A line of hyphens or equals signs in a reply does not underline a heading") {
  CHECK(rendered_reply("a\n---\nb") == "<p>a</p><hr><p>b</p>");
  CHECK(rendered_reply("a\n===\nb") == "<p>a<br>===<br>b</p>");
  CHECK(rendered_reply("Regards\n--\nJohn") == "<p>Regards<br>--<br>John</p>");
  CHECK(rendered_reply("a\n-\nb") == "<p>a<br>-<br>b</p>");
  CHECK(rendered_reply("> a\n---") == "<blockquote><p>a</p></blockquote><hr>");
  CHECK(rendered_reply("- a\n  ---\n") == "<ul><li>a<hr></li></ul>");
  CHECK(rendered_reply("# a") == "<h1>a</h1>");
  CHECK(rendered_reply("|a|b|\n|-|-|") == "<table><thead><tr><th>a</th><th>b</th></tr></thead></table>");
  CHECK(rendered_reply("[a]: /b\n===\n\n[a]") == "<p>===</p><p><a href=\"/b\" rel=\"nofollow ugc noopener\">a</a></p>");
}

// mozilla/legal-docs#198, element-hq/element-desktop#1850, element-hq/element-desktop#1912,
// thomersch/openstreetmap-calendar#140
TEST_CASE("The items of a list in a reply keep the numbers that were typed") {
  CHECK(rendered_reply("18. september: A\n2. oktober: B\n16. oktober: C") ==
        "<ol start=\"18\"><li>september: A</li><li value=\"2\">oktober: B</li><li value=\"16\">oktober: C</li></ol>");
  CHECK(rendered_reply("1. a\n2. b\n\n4. c") ==
        "<ol><li><p>a</p></li><li><p>b</p></li><li value=\"4\"><p>c</p></li></ol>");
  CHECK(rendered_reply("9. a\n999999999. b\n0. c") ==
        "<ol start=\"9\"><li>a</li><li value=\"999999999\">b</li><li value=\"0\">c</li></ol>");
  CHECK(rendered_reply("- a\n- b") == "<ul><li>a</li><li>b</li></ul>");
  CHECK(tests::rendered("3. a\n9. b") == "<ol start=\"3\"><li>a</li><li>b</li></ol>");
}

TEST_CASE("A task in a reply with its own ids is named by the text beside it") {
  const std::string html = tests::as_text([](html::Writer& writer) {
    markdown::render("- [ ] a\n- [x] b", {.profile = markdown::Profile::reply, .id_prefix = "9-"}, writer);
  });
  CHECK(html == "<ul><li class=\"task\" id=\"reply-9-checkbox-1\"><input type=\"checkbox\" disabled=\"\" "
                "aria-labelledby=\"reply-9-checkbox-1\"> a</li><li class=\"task\" id=\"reply-9-checkbox-2\"><input "
                "type=\"checkbox\" disabled=\"\" checked=\"\" aria-labelledby=\"reply-9-checkbox-2\"> b</li></ul>");
}
