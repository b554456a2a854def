#include "publish/pages/embedding.hpp"

#include "publish/addresses.hpp"
#include "publish/pages/markup.hpp"

namespace broadside::publish {
namespace {

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
