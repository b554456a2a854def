#include "core/article/article.hpp"
#include "core/language/date.hpp"
#include "core/language_tag.hpp"

#include <algorithm>

namespace broadside::article {
namespace {

using json::Cursor;
using json::Presence;

std::optional<html::Url> read_url(const Cursor& at, const html::Url* base, Presence presence = Presence::optional) {
  const std::string text = at.string(presence, longest_address);
  if (text.empty())
    return std::nullopt;
  auto url = html::Url::check(text, base);
  if (!url)
    at.fail("unsafe-address", "must be an http, https, mailto, tel or relative address");
  // No white space and no control characters remain.
  return url && url->text().empty() ? std::nullopt : url;
}

std::string read_language(const Cursor& at, Presence presence) {
  std::string tag = at.string(presence);
  if (at.exists() && !language::well_formed(tag))
    at.fail("malformed", language::well_formed_rule);
  return tag;
}

std::string read_date(const Cursor& at) {
  std::string date = at.string(Presence::optional);
  if (!date.empty() && !language::parse_date(date))
    at.fail("malformed", language::date_rule);
  return date;
}

std::optional<Picture> read_picture(const Cursor& at, const html::Url* base) {
  if (!at.exists())
    return std::nullopt;
  auto src = read_url(at["src"], base, Presence::required);
  if (src && !src->is_of_file())
    at["src"].fail("unsafe-address", "must be an http, https or relative address, since it is a picture's");
  if (!src)
    return std::nullopt;
  const Cursor alt = at["alt"];
  return Picture{*std::move(src),
                 alt.exists() ? std::optional(alt.string(Presence::optional, longest_paragraph)) : std::nullopt,
                 at["caption"].string(Presence::optional, longest_paragraph),
                 at["credit"].string(Presence::optional),
                 at["width"].integer(Presence::optional, 1, widest_picture),
                 at["height"].integer(Presence::optional, 1, widest_picture)};
}

markdown::PictureSizes read_picture_sizes(const Cursor& at, const html::Url* base) {
  std::vector<markdown::PictureSizes::Entry> entries;
  for (const auto& [address, size] : at.members(Presence::optional)) {
    const auto src = html::Url::check(address, base);
    const auto width = size["width"].integer(Presence::required, 1, widest_picture);
    const auto height = size["height"].integer(Presence::required, 1, widest_picture);
    if (address.size() > longest_address)
      size.fail("too-long", "must be under an address of at most " + std::to_string(longest_address) + " bytes");
    if (!src)
      size.fail("unsafe-address", "must be under an http, https, mailto, tel or relative address");
    if (src && width && height)
      entries.push_back({*src, *width, *height});
  }
  return markdown::PictureSizes(std::move(entries));
}

std::vector<std::string> read_authors(const Cursor& at) {
  std::vector<std::string> authors;
  for (const Cursor& author : at.items(Presence::optional))
    authors.push_back(author.string(Presence::required));
  return authors;
}

Translation read_translation(std::string_view language, const Cursor& at, const html::Url* base) {
  Translation translation;
  translation.language = language;
  if (!language::well_formed(language))
    at.fail("malformed", "must be under a language tag (BCP 47), such as \"en\" or \"pt-BR\"");
  translation.url = read_url(at["url"], base);
  translation.href = read_url(at["href"], base);
  const auto presence = translation.href ? Presence::optional : Presence::required;
  translation.modified = read_date(at["modified"]);
  translation.original = read_language(at["original"], Presence::optional);
  translation.machine = at["machine"].boolean();
  translation.title = at["title"].string(presence);
  translation.dek = at["dek"].string(Presence::optional, longest_paragraph);
  translation.authors = read_authors(at["authors"]);
  translation.lead = read_picture(at["lead"], base);
  translation.markdown = at["markdown"].string(presence, longest_markdown);
  return translation;
}

std::vector<Translation> read_translations(const Cursor& at, const html::Url* base) {
  std::vector<Translation> translations;
  const auto members = at.members(Presence::required);
  if (at.exists() && members.empty())
    at.fail("no-translations", "must hold at least one translation");
  if (members.size() > most_translations)
    at.fail("too-many-translations", "must hold at most " + std::to_string(most_translations) + " translations");
  for (const auto& [language, member] : members)
    translations.push_back(read_translation(language, member, base));
  return translations;
}

std::optional<Replies> read_replies(const Cursor& at, const html::Url* base) {
  if (!at.exists())
    return std::nullopt;
  auto endpoint = read_url(at["endpoint"], base, Presence::required);
  const bool is_open = at["state"].word(replies_words);
  const auto threads = at["threads"].word(reply::thread_policy_words);
  const auto depth = at["depth"].integer(Presence::optional, 1, reply::greatest_thread_depth);
  if (!endpoint)
    return std::nullopt;
  return Replies{*std::move(endpoint), is_open, threads, depth.value_or(reply::default_thread_depth)};
}

std::string read_id(const Cursor& at) {
  std::string id = at.string(Presence::required);
  if (at.exists() && !is_id(id))
    at.fail("malformed", "must be " + std::string(id_rule));
  return id;
}

} // namespace

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

const Translation* Article::find(std::string_view language) const {
  const auto found = std::find_if(translations.begin(), translations.end(),
                                  [&](const Translation& translation) { return translation.language == language; });
  return found == translations.end() ? nullptr : &*found;
}

const Translation& Article::find_or_default(std::string_view language) const {
  const auto* const found = find(language);
  return found != nullptr ? *found : *find(default_language);
}

const Translation* Article::original_of(const Translation& translation) const {
  const auto* original = find(translation.original.empty() ? default_language : translation.original);
  return original == &translation ? nullptr : original;
}

Article read(const Cursor& at, const html::Url* base) {
  Article article;
  if (at["broadside"].integer(Presence::required, 0, 1000).value_or(1) != 1)
    at["broadside"].fail("unknown-version", "must be 1");
  article.id = read_id(at["id"]);
  article.canonical = read_url(at["canonical"], base);
  article.default_language = read_language(at["default"], Presence::required);
  article.publisher = {at["publisher"]["name"].string(Presence::optional), read_url(at["publisher"]["url"], base)};
  article.license = at["license"].string(Presence::optional);
  article.published = read_date(at["published"]);
  article.modified = read_date(at["modified"]);
  article.raw_html = at["html"].optional_word(markdown::raw_html_words).value_or(article.raw_html);
  article.typography = at["typography"].word(markdown::typography_words);
  article.translations = read_translations(at["translations"], base);
  article.replies = read_replies(at["replies"], base);
  article.picture_sizes = read_picture_sizes(at["pictures"], base);
  if (!article.translations.empty() && article.find(article.default_language) == nullptr)
    at["default"].fail("malformed", "must be the language of one of the translations");
  return article;
}

tl::expected<Article, Error> parse(std::string_view text, const html::Url* base) {
  json::Limits limits;
  limits.skipped = "view";
  const auto value = json::parse(text, limits);
  if (!value)
    return tl::unexpected(value.error());
  json::Reading reading;
  Article article = read(Cursor(*value, reading), base);
  if (reading.error)
    return tl::unexpected(*reading.error);
  return article;
}

} // namespace broadside::article
