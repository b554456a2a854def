#include "pages/page.hpp"

#include "core/language/direction.hpp"

namespace broadside::pages {
namespace {

constexpr Template frame = R"(<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{style}{head}</head>
<body class="broadside-page">
{header}<main>
{main}
</main>
{footer}</body>
</html>
)";

constexpr Template style_sheet_line = R"(<link rel="stylesheet" href="{address}">
)";

constexpr Template header_line = R"(<header class="page-header">{header}</header>
)";

constexpr Template footer_line = R"(<footer class="page-footer"><p>{footer}</p></footer>
)";

} // namespace

Markup style_sheet_link(std::string_view address) { return Markup::fill(style_sheet_line, {{"address", address}}); }

std::string html_of(const Page& page) {
  const Markup header = page.header.empty() ? Markup() : Markup::fill(header_line, {{"header", page.header}});
  const Markup footer = page.footer.empty() ? Markup() : Markup::fill(footer_line, {{"footer", page.footer}});
  return Markup::fill(frame, {{"language", page.language},
                              {"direction", language::name(language::direction(page.language))},
                              {"title", page.title},
                              {"style", page.style},
                              {"head", page.head},
                              {"header", header},
                              {"main", page.main},
                              {"footer", footer}})
      .html();
}

} // namespace broadside::pages
