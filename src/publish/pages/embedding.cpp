#include "publish/pages/embedding.hpp"

#include "pages/markup.hpp"
#include "publish/source/addresses.hpp"

namespace broadside::publish {
namespace {

using pages::Markup;
using pages::Template;

constexpr Template lines = R"(<script async src="{src}" integrity="{integrity}" crossorigin="anonymous"></script>
<broadside-article src="{article}">
  <a href="{page}">{title}</a>
</broadside-article>
)";

} // namespace

std::string embedding(const article::Article& article, const Settings& settings) {
  return Markup::fill(lines, {{"src", settings.loader->src},
                              {"integrity", settings.loader->integrity},
                              {"article", article_json_address(settings, article.id)},
                              {"page", *article.canonical},
                              {"title", article.find(article.default_language)->title}})
      .html();
}

} // namespace broadside::publish
