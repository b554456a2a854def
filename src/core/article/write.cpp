#include "core/article/article.hpp"
#include "core/json/object_writer.hpp"

namespace broadside::article {
namespace {

using json::ObjectWriter;

void write_url(ObjectWriter& object, std::string_view name, const std::optional<html::Url>& url) {
  if (url)
    object.text(name, url->text());
}

void write_picture(ObjectWriter& object, const Picture& picture) {
  object.text("src", picture.src.text());
  if (picture.alt)
    object.text("alt", *picture.alt);
  object.optional_text("caption", picture.caption);
  object.optional_text("credit", picture.credit);
  object.number("width", picture.width);
  object.number("height", picture.height);
}

std::string array_of(const std::vector<std::string>& texts) {
  std::string array = "[";
  for (const std::string& text : texts)
    array.append(array.size() > 1 ? ", " : "").append(json::quoted(text));
  return array + "]";
}

void write_translation(ObjectWriter& object, const Translation& translation, const std::string& view) {
  write_url(object, "url", translation.url);
  object.optional_text("title", translation.title);
  object.optional_text("modified", translation.modified);
  object.optional_text("original", translation.original);
  if (translation.machine)
    object.raw("machine", "true");
  if (translation.href) {
    write_url(object, "href", translation.href);
    return;
  }
  object.optional_text("dek", translation.dek);
  if (!translation.authors.empty())
    object.raw("authors", array_of(translation.authors));
  if (translation.lead)
    object.object("lead", [&](ObjectWriter& lead) { write_picture(lead, *translation.lead); });
  object.text("markdown", translation.markdown);
  if (!view.empty())
    object.raw("view", view);
}

} // namespace

std::string write(const Article& article, const std::vector<std::string>& views) {
  std::string json;
  ObjectWriter object(json, 0);
  object.number("broadside", 1);
  object.text("id", article.id);
  write_url(object, "canonical", article.canonical);
  object.text("default", article.default_language);
  object.object("publisher", [&](ObjectWriter& publisher) {
    publisher.text("name", article.publisher.name);
    write_url(publisher, "url", article.publisher.url);
  });
  object.optional_text("license", article.license);
  object.optional_text("published", article.published);
  object.optional_text("modified", article.modified);
  // This member is always written: hosts have pinned loaders from before `sanitize` was the default, and those assume
  // `drop` if it is missing.
  object.text("html", word_for(markdown::raw_html_words, article.raw_html));
  if (article.typography != markdown::Typography::plain)
    object.text("typography", word_for(markdown::typography_words, article.typography));
  object.object("translations", [&](ObjectWriter& translations) {
    for (std::size_t i = 0; i < article.translations.size(); ++i)
      translations.object(article.translations[i].language, [&](ObjectWriter& translation) {
        write_translation(translation, article.translations[i], views[i]);
      });
  });
  if (!article.picture_sizes.all().empty())
    object.object("pictures", [&](ObjectWriter& pictures) {
      for (const auto& entry : article.picture_sizes.all())
        pictures.object(entry.src.text(), [&](ObjectWriter& picture) {
          picture.number("width", entry.width);
          picture.number("height", entry.height);
        });
    });
  if (article.replies)
    object.object("replies", [&](ObjectWriter& replies) {
      replies.text("endpoint", article.replies->endpoint.text());
      replies.text("state", word_for(replies_words, article.replies->open));
      if (article.replies->threads != reply::ThreadPolicy::shared)
        replies.text("threads", word_for(reply::thread_policy_words, article.replies->threads));
      if (article.replies->depth != reply::default_thread_depth)
        replies.number("depth", article.replies->depth);
    });
  object.finish();
  return json + "\n";
}

std::string write(const Translation& translation, const std::string& view) {
  std::string json;
  ObjectWriter object(json, 0);
  write_translation(object, translation, view);
  object.finish();
  return json + "\n";
}

} // namespace broadside::article
