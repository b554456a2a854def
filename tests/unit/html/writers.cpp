#include "core/html/element.hpp"
#include "support/written.hpp"

#include <catch2/catch.hpp>

using namespace broadside::html;
using broadside::tests::as_text;
using broadside::tests::as_tree;
using E = Element;
using T = TextAttribute;

TEST_CASE("A tree is JsonML without its empty parts") {
  const auto write = [](Writer& writer) {
    element(writer, E::p, {{T::class_, "dek"}}, [&] {
      writer.text("a ");
      writer.text("");
      writer.text("b");
      text_element(writer, E::em, {}, "c");
      element(writer, E::br);
      writer.text("d");
    });
  };
  CHECK(as_tree(write) == R"(["p",{"class":"dek"},"a b",["em","c"],["br"],"d"])");
  CHECK(as_text(write) == R"(<p class="dek">a b<em>c</em><br>d</p>)");
}

TEST_CASE("Several attributes stand in one object") {
  const auto write = [](Writer& writer) { element(writer, E::input, {{T::type, "checkbox"}, {T::disabled, ""}}); };
  CHECK(as_tree(write) == R"(["input",{"type":"checkbox","disabled":""}])");
  CHECK(as_text(write) == R"(<input type="checkbox" disabled="">)");
}

TEST_CASE("Text and values cannot become markup") {
  const auto write = [](Writer& writer) {
    text_element(writer, E::p, {{T::title, "unused"}, {T::class_, "dek"}}, R"(<script>"&amp;")");
  };
  CHECK(as_text(write) == R"(<p title="unused" class="dek">&lt;script&gt;&quot;&amp;amp;&quot;</p>)");
  const auto attribute = [](Writer& writer) { element(writer, E::img, {{T::alt, R"("><script>)"}}); };
  CHECK(as_text(attribute) == R"(<img alt="&quot;&gt;&lt;script&gt;">)");
  CHECK(as_tree(attribute) == R"(["img",{"alt":"\"><script>"}])");
}

TEST_CASE("A tree's strings are JSON") {
  const auto write = [](Writer& writer) { text_element(writer, E::p, {}, "\"\\\n\t\x01 é"); };
  CHECK(as_tree(write) == R"(["p","\"\\\n\u0009\u0001 é"])");
}

TEST_CASE("NUL and carriage returns are written as an HTML parser would read them") {
  using namespace std::string_view_literals;
  const auto write = [](Writer& writer) { text_element(writer, E::p, {{T::title, "\r"}}, "a\r\nb\rc\0d"sv); };
  CHECK(as_text(write) == "<p title=\"\n\">a\nb\nc\uFFFDd</p>");
}

TEST_CASE("A line feed at the start of pre is kept") {
  const auto write = [](Writer& writer) { text_element(writer, E::pre, {}, "\na"); };
  CHECK(as_text(write) == "<pre>\n\na</pre>");
  CHECK(as_tree(write) == R"(["pre","\na"])");
  const auto inside = [](Writer& writer) {
    element(writer, E::pre, {}, [&] { text_element(writer, E::code, {}, "\na"); });
  };
  CHECK(as_text(inside) == "<pre><code>\na</code></pre>");
}

TEST_CASE("A value that the vocabulary does not accept is left out") {
  const auto write = [](Writer& writer) {
    element(
        writer, E::p,
        {{T::lang, "en\" onclick=x"}, {T::dir, "down"}, {T::id, "name"}, {T::class_, "dek evil"}, {T::width, "-1"}});
  };
  CHECK(as_text(write) == "<p></p>");
}
