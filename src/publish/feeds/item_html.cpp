#include "publish/feeds/item_html.hpp"

#include "core/html/element.hpp"
#include "core/html/text_writer.hpp"
#include "core/language/direction.hpp"
#include "core/view/article.hpp"
#include "core/view/lead.hpp"
#include "core/view/translation_note.hpp"
#include "messages/built_in_messages.hpp"
#include "messages/built_in_names.hpp"
#include "publish/source/addresses.hpp"

namespace broadside::publish {
namespace {

using html::Element;
using html::TextAttribute;
using html::Url;
using html::UrlAttribute;

constexpr std::string_view checked_box = "☑";
constexpr std::string_view empty_box = "☐";

// Passes on what may stand in a feed. Classes are left out, since no style sheet of a reader's program knows them.
class ItemWriter : public html::Writer {
public:
  ItemWriter(const Url& page, html::Writer& out) : page_(page), out_(out) {}

  void open(Element element) override {
    is_box_ = element == Element::input;
    is_checked_ = false;
    if (!is_box_)
      out_.open(element);
  }

  void close() override {
    if (is_box_)
      out_.text(is_checked_ ? checked_box : empty_box);
    else
      out_.close();
    is_box_ = false;
  }

private:
  void write_text(std::string_view text) override { out_.text(text); }

  void write_attribute(std::string_view name, std::string_view value) override {
    if (is_box_)
      is_checked_ |= name == html::name(TextAttribute::checked);
    else if (name == html::name(UrlAttribute::href))
      out_.attribute(UrlAttribute::href, absolute(value));
    else if (name == html::name(UrlAttribute::src))
      out_.attribute(UrlAttribute::src, absolute(value));
    else if (const auto attribute = html::text_attribute(name); attribute && *attribute != TextAttribute::class_)
      out_.attribute(*attribute, value);
  }

  // The addresses have been checked already, and a fragment cannot make that of a page unsafe.
  Url absolute(std::string_view address) const {
    return *Url::check(address.starts_with('#') ? page_.text() + std::string(address) : std::string(address), &page_);
  }

  const Url& page_;
  html::Writer& out_;
  bool is_box_ = false, is_checked_ = false;
};

} // namespace

std::string item_html(const article::Article& article, const article::Translation& translation,
                      const Settings& settings) {
  const language::Messages& messages = language::built_in_messages(translation.language);
  const Url base = article_json_address(settings, article.id);
  std::string text;
  html::TextWriter out(text);
  ItemWriter writer(*translation.url, out);
  html::element(writer, Element::div,
                {{TextAttribute::lang, translation.language},
                 {TextAttribute::dir, language::name(language::direction(translation.language))}},
                [&] {
                  if (translation.lead)
                    view::lead(article, translation, writer);
                  view::translation_note(article, translation, messages, language::built_in_names(), writer);
                  view::body(article, translation, messages, &base, writer);
                });
  return text;
}

} // namespace broadside::publish
