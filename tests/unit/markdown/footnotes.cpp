#include "support/rendered.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using tests::rendered_in;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("The links back from a footnote have names of their own, in the text's language") {
  const std::string text = "a[^1] b[^2] c[^1] d[^1]\n\n[^1]: e\n[^2]: f";
  for (const auto* label :
       {"\"Zurück zu Verweis 1\"", "\"Zurück zu Verweis 1-2\"", "\"Zurück zu Verweis 1-3\"", "\"Zurück zu Verweis 2\""})
    CHECK(holds(rendered_in("de", text), label));
  CHECK(holds(rendered_in("ta", text), "aria-label=\"குறிப்பீடு 1-2-க்குத் திரும்பு\""));
  CHECK(holds(rendered_in("ur", text), " lang=\"en\" aria-label=\"Back to reference 1\""));
}

// An arrow is not used, because no font mirrors it, and some may draw it as an emoji.
TEST_CASE("The sign of a link back points to the side on which the text begins") {
  const std::string text = "a[^1] b[^1]\n\n[^1]: c";
  CHECK(holds(rendered_in("en", text), ">↩\uFE0E</a>"));
  CHECK(holds(rendered_in("en", text), ">↩\uFE0E2</a>"));
  for (const auto* language : {"ar", "he", "fa", "az-Arab"})
    CHECK(holds(rendered_in(language, text), ">↪\uFE0E</a>"));
}
