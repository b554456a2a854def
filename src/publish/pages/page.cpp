#include "publish/pages/page.hpp"

#include "core/language/direction.hpp"

namespace broadside::publish {
namespace {

constexpr Template frame = R"(<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{description}<link rel="stylesheet" href="{root}broadside.css">
{head}</head>
<body class="broadside-page">
<header class="page-header">{header}</header>
<main>
{main}
</main>
{footer}</body>
</html>
)";

constexpr Template description_line = R"(<meta name="description" content="{description}">
)";

constexpr Template footer_line = R"(<footer class="page-footer"><p>{license}</p></footer>
)";

} // namespace

std::string html_of(const Page& page) {
  const auto direction = language::name(language::direction(page.language));
  const Markup description =
      page.description.empty() ? Markup() : Markup::fill(description_line, {{"description", page.description}});
  const Markup footer = page.license.empty() ? Markup() : Markup::fill(footer_line, {{"license", page.license}});
  return Markup::fill(frame, {{"language", page.language},
                              {"direction", direction},
                              {"title", page.title},
                              {"description", description},
                              {"root", page.root},
                              {"head", page.head},
                              {"header", page.header},
                              {"main", page.main},
                              {"footer", footer}})
      .html();
}

} // namespace broadside::publish
