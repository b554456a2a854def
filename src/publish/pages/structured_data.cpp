#include "publish/pages/structured_data.hpp"

#include "core/json/object_writer.hpp"
#include "core/moment.hpp"
#include "publish/pictures/preview_picture.hpp"
#include "publish/source/dates.hpp"

namespace broadside::publish {
namespace {

using article::Publisher;

std::string as_person(const std::string& name) { return R"({"@type": "Person", "name": )" + json::quoted(name) + "}"; }

std::string as_organization(const Publisher& publisher) {
  return R"({"@type": "Organization", "name": )" + json::quoted(publisher.name) + R"(, "url": )" +
         json::quoted(publisher.url->text()) + "}";
}

std::string authors_of(const std::vector<std::string>& names, const Publisher& publisher) {
  std::string list;
  for (const std::string& name : names)
    list.append(list.empty() ? "[" : ", ").append(as_person(name));
  return list.empty() ? "[" + as_organization(publisher) + "]" : list + "]";
}

} // namespace

pages::Markup structured_data(const article::Article& article, const article::Translation& translation,
                              const std::string& description) {
  std::string text;
  json::ObjectWriter object(text, 0);
  object.text("@context", "https://schema.org");
  object.text("@type", "NewsArticle");
  object.text("headline", translation.title);
  object.optional_text("description", description);
  object.text("mainEntityOfPage", translation.url->text());
  object.text("inLanguage", translation.language);
  if (translation.lead && is_shown_in_previews(translation.lead->src))
    object.raw("image", "[" + json::quoted(translation.lead->src.text()) + "]");
  if (const auto published = published_at(article))
    object.text("datePublished", rfc3339(*published));
  if (const auto modified = modified_at(article, translation))
    object.text("dateModified", rfc3339(*modified));
  object.raw("author", authors_of(translation.authors, article.publisher));
  object.raw("publisher", as_organization(article.publisher));
  object.raw("isAccessibleForFree", "true");
  object.finish();
  return pages::Markup::json_data("application/ld+json", text);
}

} // namespace broadside::publish
