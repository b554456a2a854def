#include "publish/pages/embedding.hpp"

#include "pages/markup.hpp"
#include "publish/source/addresses.hpp"

namespace broadside::publish {
namespace {

using pages::Markup;
using pages::Template;

constexpr Template lines = R"(<script async src="{src}" integrity="{integrity}" crossorigin="anonymous"></script>
<broadside-article src="{article}"{key}>
  <a href="{page}">{title}</a>
</broadside-article>
)";
constexpr Template key_attribute = R"( key="{key}")";

} // namespace

std::string embedding(const article::Article& article, const Settings& settings) {
  const std::string& key = settings.public_key;
  return Markup::fill(lines, {{"src", settings.loader->src},
                              {"integrity", settings.loader->integrity},
                              {"article", article_json_address(settings, article.id)},
                              {"key", key.empty() ? Markup() : Markup::fill(key_attribute, {{"key", key}})},
                              {"page", *article.canonical},
                              {"title", article.find(article.default_language)->title}})
      .html();
}

} // namespace broadside::publish
