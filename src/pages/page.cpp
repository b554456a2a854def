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
<link rel="stylesheet" href="{style_sheet}">
{head}</head>
<body class="broadside-page">
{header}<main>
{main}
</main>
{footer}</body>
</html>
)";

constexpr Template header_line = R"(<header class="page-header">{header}</header>
)";

constexpr Template footer_line = R"(<footer class="page-footer"><p>{footer}</p></footer>
)";

} // namespace

std::string html_of(const Page& page) {
  const Markup header = page.header.empty() ? Markup() : Markup::fill(header_line, {{"header", page.header}});
  const Markup footer = page.footer.empty() ? Markup() : Markup::fill(footer_line, {{"footer", page.footer}});
  return Markup::fill(frame, {{"language", page.language},
                              {"direction", language::name(language::direction(page.language))},
                              {"title", page.title},
                              {"style_sheet", page.style_sheet},
                              {"head", page.head},
                              {"header", header},
                              {"main", page.main},
                              {"footer", footer}})
      .html();
}

} // namespace broadside::pages
