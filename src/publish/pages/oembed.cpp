#include "publish/pages/oembed.hpp"

#include "core/json/object_writer.hpp"
#include "pages/markup.hpp"
#include "publish/pictures/preview_picture.hpp"
#include "publish/source/addresses.hpp"

namespace broadside::publish {
namespace {

using article::Translation;
using pages::Markup;
using pages::Template;

// The frame has this size, in CSS pixels, until its page tells its height.
constexpr int width = 600;
constexpr int height = 600;

// WordPress keeps these elements and attributes, and no others, of a provider that it does not know, and shows the
// quote until the frame's page tells its height (wp_filter_oembed_result). `frameborder` does what only a style could
// do else.
constexpr Template quotation =
    R"(<blockquote><a href="{page}">{title}</a></blockquote><iframe src="{frame}" width="{width}" height="{height}" frameborder="0" title="{title}"></iframe>)";

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names)
    text.append(text.empty() ? "" : ", ").append(name);
  return text;
}

// oEmbed takes a thumbnail only with its size.
void write_thumbnail(json::ObjectWriter& object, const article::Picture& picture) {
  if (!picture.width || !picture.height || !is_shown_in_previews(picture.src))
    return;
  object.text("thumbnail_url", picture.src.text());
  object.number("thumbnail_width", picture.width);
  object.number("thumbnail_height", picture.height);
}

} // namespace

std::string oembed(const article::Article& article, const Translation& translation, const Settings& settings) {
  const Markup html =
      Markup::fill(quotation, {{"page", *translation.url},
                               {"title", translation.title},
                               {"frame", embed_page_address(settings, article.id, translation.language)},
                               {"width", std::to_string(width)},
                               {"height", std::to_string(height)}});
  std::string text;
  json::ObjectWriter object(text, 0);
  object.text("version", "1.0");
  object.text("type", "rich");
  object.text("title", translation.title);
  object.optional_text("author_name", joined(translation.authors));
  object.text("provider_name", article.publisher.name);
  object.text("provider_url", article.publisher.url->text());
  if (translation.lead)
    write_thumbnail(object, *translation.lead);
  object.text("html", html.html());
  object.number("width", width);
  object.number("height", height);
  object.finish();
  return text += '\n';
}

} // namespace broadside::publish
