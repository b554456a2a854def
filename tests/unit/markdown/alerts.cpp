#include "core/markdown/alert.hpp"
#include "support/rendered.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using markdown::Profile;
using tests::rendered;
using tests::rendered_in;

namespace {

std::string alert(const std::string& kind, const std::string& label, const std::string& content) {
  return "<aside class=\"alert alert-" + kind + "\"><p class=\"alert-title\">" + label + "</p>" + content + "</aside>";
}

} // namespace

// open-telemetry/opentelemetry.io#7464, vorojar/md-preview#20
TEST_CASE("GitHub's alerts are asides with a label in the text's language") {
  const std::string text = "<p>Useful <em>text</em></p>";
  CHECK(rendered_in("en", "> [!NOTE]\n> Useful *text*") == alert("note", "Note", text));
  CHECK(rendered_in("de", "> [!TIP]\n> Useful *text*\n") == alert("tip", "Tipp", text));
  CHECK(rendered_in("ru", "> [!Important]\n> Useful *text*") == alert("important", "Важно", text));
  CHECK(rendered_in("ar", "> [!warning]  \n> Useful *text*") == alert("warning", "تحذير", text));
  CHECK(rendered_in("ja", "> [!cAuTiOn]\t\n> Useful *text*") == alert("caution", "注意", text));
}

TEST_CASE("The label states its language if it is not the text's") {
  CHECK(rendered("> [!NOTE]\n> a") == "<aside class=\"alert alert-note\"><p class=\"alert-title\" lang=\"en\" "
                                      "dir=\"ltr\">Note</p><p>a</p></aside>");
  CHECK(rendered_in("es-419", "> [!NOTE]\n> a").find(" lang=\"es\" dir=\"ltr\">Nota</p>") != std::string::npos);
  CHECK(rendered_in("ur", "> [!NOTE]\n> a").find(" lang=\"en\" dir=\"ltr\">Note</p>") != std::string::npos);
}

TEST_CASE("An alert holds whatever a quotation can hold, and stands wherever one can") {
  CHECK(rendered_in("en", "> [!NOTE]\n>\n> a\n>\n> - b") == alert("note", "Note", "<p>a</p><ul><li>b</li></ul>"));
  CHECK(rendered_in("en", "> [!NOTE]\n> - a") == alert("note", "Note", "<ul><li>a</li></ul>"));
  CHECK(rendered_in("en", "> [!NOTE]\na\n") == alert("note", "Note", "<p>a</p>"));
  CHECK(rendered_in("en", "> [!NOTE]\n> |a|\n> |-|") ==
        alert("note", "Note", "<table><thead><tr><th>a</th></tr></thead></table>"));
  CHECK(rendered_in("en", "- > [!NOTE]\n  > a\n") == "<ul><li>" + alert("note", "Note", "<p>a</p>") + "</li></ul>");
  CHECK(rendered_in("en", "> > [!TIP]\n> > a\n") == "<blockquote>" + alert("tip", "Tip", "<p>a</p>") + "</blockquote>");
  CHECK(rendered_in("en", "> [!NOTE]\r\n> a\r\n") == alert("note", "Note", "<p>a</p>"));
  CHECK(rendered_in("en", "<div markdown=\"1\">\n> [!NOTE]\n> a\n</div>") ==
        "<div>" + alert("note", "Note", "<p>a</p>") + "</div>");
}

// oipoistar/tinta#41
TEST_CASE("A quotation without a marker alone on its first line stays a quotation") {
  CHECK(rendered_in("en", "> [!NOTE] a\n> b") == "<blockquote><p>[!NOTE] a\nb</p></blockquote>");
  CHECK(rendered_in("en", "> a\n> [!NOTE]") == "<blockquote><p>a\n[!NOTE]</p></blockquote>");
  CHECK(rendered_in("en", "> [!NOTE]") == "<blockquote><p>[!NOTE]</p></blockquote>");
  CHECK(rendered_in("en", "> [!OTHER]\n> a") == "<blockquote><p>[!OTHER]\na</p></blockquote>");
  CHECK(rendered_in("en", "> \\[!NOTE]\n> a") == "<blockquote><p>[!NOTE]\na</p></blockquote>");
  CHECK(rendered_in("en", "> `[!NOTE]`\n> a") == "<blockquote><p><code>[!NOTE]</code>\na</p></blockquote>");
  CHECK(rendered_in("en", "[!NOTE]\na") == "<p>[!NOTE]\na</p>");
}

TEST_CASE("Neither the bare specifications nor replies have alerts") {
  for (const auto profile : {Profile::gfm, Profile::commonmark})
    CHECK(rendered("> [!NOTE]\n> a", profile) == "<blockquote><p>[!NOTE]\na</p></blockquote>");
  CHECK(tests::rendered_reply("> [!NOTE]\n> a") == "<blockquote><p>[!NOTE]<br>a</p></blockquote>");
}
