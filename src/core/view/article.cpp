#include "core/view/article.hpp"

#include "core/html/element.hpp"
#include "core/language/date.hpp"
#include "core/language/direction.hpp"
#include "core/language_tag.hpp"
#include "core/lines.hpp"
#include "core/markdown/render.hpp"
#include "core/unicode/character.hpp"
#include "core/utf8.hpp"
#include "core/view/byline.hpp"
#include "core/view/interface_language.hpp"
#include "core/view/language_switch.hpp"
#include "core/view/lead.hpp"
#include "core/view/pattern.hpp"
#include "core/view/translation_note.hpp"
#include "core/yaml/front_matter.hpp"

#include <algorithm>

namespace broadside::view {
namespace {

using article::Article;
using article::Translation;
using html::element;
using html::text_element;
using html::Writer;
using language::Message;
using language::Messages;
using E = html::Element;
using T = html::TextAttribute;
using U = html::UrlAttribute;

constexpr std::string_view body_id = "article-body";
constexpr std::string_view head_id = "article-head";

std::optional<std::string_view> if_any(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

void skip_link(const Messages& messages, std::string_view around, Writer& writer) {
  const InterfaceLanguage words(messages, around);
  element(writer, E::p, {{T::class_, "skip"}, {T::lang, words.language()}, {T::dir, words.direction()}}, [&] {
    const auto target = html::Url::fragment(body_id);
    text_element(writer, E::a, {{U::href, target}}, messages[Message::skip]);
  });
}

void date(std::string_view when, std::string_view name, const Messages& messages, Writer& writer) {
  const auto parsed = language::parse_date(when);
  const auto text = parsed ? language::format_date(*parsed, messages) : std::string(when);
  const auto exact =
      parsed && !parsed->time.empty() ? std::optional(language::format_date_time(*parsed, messages)) : std::nullopt;
  text_element(writer, E::time, {{T::class_, name}, {T::datetime, when}, {T::title, exact}}, text);
}

void dates(const Article& article, const Messages& messages, std::string_view around, Writer& writer) {
  const InterfaceLanguage words(messages, around);
  element(writer, E::p, {{T::class_, "dates"}, {T::lang, words.language()}, {T::dir, words.direction()}}, [&] {
    date(article.published, "published", messages, writer);
    if (article.modified.empty() || article.modified == article.published)
      return;
    writer.text(" ");
    pattern(writer, messages[Message::updated], "date", [&] { date(article.modified, "modified", messages, writer); });
  });
}

// Returns whether a headline has a word that a narrow column may not hold at a headline's usual size. Only alphabets
// such as the Latin, the Greek and the Cyrillic one have such words.
bool has_long_word(std::string_view headline) {
  constexpr std::size_t longest_usual = 16;
  std::size_t letters = 0;
  while (!headline.empty() && letters <= longest_usual) {
    const auto [character, length] = first_character(headline);
    headline.remove_prefix(std::max<std::size_t>(length, 1));
    const bool is_alphabetic = character < 0x590 && character != '-' && !unicode::is_space(character);
    letters = is_alphabetic ? letters + 1 : 0;
  }
  return letters > longest_usual;
}

void headline(std::string_view title, Writer& writer) {
  text_element(writer, E::h1, {{T::class_, has_long_word(title) ? "title long" : "title"}}, title);
}

// Reading modes look for names that begin with "article" to tell what belongs to one.
template <typename Content> void header(Writer& writer, Content content) {
  element(writer, E::header, {{T::class_, "head"}, {T::id, head_id}}, content);
}

void head(const Article& article, const Translation& translation, const Messages& messages,
          const language::Names& names, Writer& writer) {
  header(writer, [&] {
    headline(translation.title, writer);
    if (!translation.dek.empty())
      text_element(writer, E::p, {{T::class_, "dek"}}, translation.dek);
    if (translation.lead)
      lead(article, translation, writer);
    if (!translation.authors.empty())
      byline(translation.authors, messages, translation.language, writer);
    if (!article.published.empty())
      dates(article, messages, translation.language, writer);
    language_switch(article, translation, messages, names, writer);
    translation_note(article, translation, messages, names, writer);
  });
}

void body(std::string_view markdown, const markdown::Options& options, Writer& writer) {
  element(writer, E::div, {{T::class_, "body"}, {T::id, body_id}},
          [&] { markdown::render(markdown, options, writer); });
}

template <typename Content> void root(std::string_view language, Writer& writer, Content content) {
  const auto direction = language.empty() ? "auto" : name(language::direction(language));
  element(writer, E::article, {{T::class_, "article"}, {T::lang, if_any(language)}, {T::dir, direction}}, content);
}

// Returns whether the text begins with a heading of the first level, underlined or with a "#".
bool begins_with_headline(std::string_view markdown) {
  std::string_view line;
  while (!markdown.empty() && is_blank(line))
    line = take_line(markdown);
  const auto mark = trimmed(line).substr(0, 2);
  if (mark == "#" || mark == "# " || mark == "#\t")
    return true;
  const auto underline = trimmed(take_line(markdown));
  return !underline.empty() && underline.find_first_not_of('=') == std::string_view::npos;
}

// A date in another form than RFC 3339 is shown as it was written.
void document_date(std::string_view when, const Messages& messages, std::string_view around, Writer& writer) {
  if (!language::parse_date(when)) {
    text_element(writer, E::p, {{T::class_, "dates"}}, when);
    return;
  }
  const InterfaceLanguage words(messages, around);
  element(writer, E::p, {{T::class_, "dates"}, {T::lang, words.language()}, {T::dir, words.direction()}},
          [&] { date(when, "published", messages, writer); });
}

void document_head(std::string_view title, const yaml::FrontMatter& front_matter, const Messages& messages,
                   std::string_view around, Writer& writer) {
  if (title.empty() && front_matter.authors.empty() && front_matter.date.empty())
    return;
  header(writer, [&] {
    if (!title.empty())
      headline(title, writer);
    if (!front_matter.authors.empty())
      byline(front_matter.authors, messages, around, writer);
    if (!front_matter.date.empty())
      document_date(front_matter.date, messages, around, writer);
  });
}

} // namespace

void article(const Article& article, const Translation& translation, const Messages& messages,
             const language::Names& names, const html::Url* base, Writer& writer) {
  root(translation.language, writer, [&] {
    skip_link(messages, translation.language, writer);
    head(article, translation, messages, names, writer);
    body(article, translation, messages, base, writer);
  });
}

void body(const Article& article, const Translation& translation, const Messages& messages, const html::Url* base,
          Writer& writer) {
  markdown::Options options;
  options.base = base;
  options.top_heading = 2;
  options.raw_html = article.raw_html;
  options.typography = article.typography;
  options.picture_sizes = &article.picture_sizes;
  options.language = translation.language;
  options.words_language = messages.language();
  body(translation.markdown, options, writer);
}

void document(std::string_view markdown, std::string_view language, std::optional<markdown::RawHtml> raw_html,
              const Messages& messages, const html::Url* base, Writer& writer) {
  yaml::FrontMatter front_matter;
  const auto text = yaml::take_front_matter(markdown, front_matter);
  if (language.empty() && language::well_formed(front_matter.language))
    language = front_matter.language;
  const auto title = begins_with_headline(text) ? std::string_view() : front_matter.title;
  root(language, writer, [&] {
    skip_link(messages, language, writer);
    document_head(title, front_matter, messages, language, writer);
    markdown::Options options;
    options.base = base;
    options.top_heading = title.empty() ? 1 : 2;
    options.raw_html = raw_html;
    options.language = language;
    options.words_language = messages.language();
    body(text, options, writer);
  });
}

} // namespace broadside::view
