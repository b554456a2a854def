#include "core/view/translation_note.hpp"

#include "core/html/element.hpp"
#include "core/language/date.hpp"
#include "core/view/interface_language.hpp"
#include "core/view/language_switch.hpp"
#include "core/view/pattern.hpp"

#include <tuple>

namespace broadside::view {
namespace {

using article::Translation;
using html::element;
using html::text_element;
using html::Writer;
using language::Date;
using language::Message;
using language::Messages;
using E = html::Element;
using T = html::TextAttribute;

std::tuple<int, int, int> day_of(const Date& date) { return {date.year, date.month, date.day}; }

// If both dates are on one day and have times, the times decide.
bool is_before(const Date& one, const Date& other) {
  if (day_of(one) != day_of(other))
    return day_of(one) < day_of(other);
  return !one.time.empty() && !other.time.empty() && one.time < other.time;
}

// The dates on which a translation and its original were changed.
struct Changes {
  Date translation, original;
};

std::optional<Changes> outdated(const Translation& translation, const Translation* original) {
  const auto own = language::parse_date(translation.modified);
  const auto theirs = original != nullptr ? language::parse_date(original->modified) : std::nullopt;
  return own && theirs && is_before(*own, *theirs) ? std::optional(Changes{*own, *theirs}) : std::nullopt;
}

void outdated_sentence(const Translation& translation, const Translation& original, const Changes& changes,
                       const Messages& messages, Writer& writer) {
  // The days alone would be the same.
  const bool with_time = day_of(changes.translation) == day_of(changes.original);
  const auto time = [&](const Date& date, std::string_view exact) {
    const std::string in_full = format_date_time(date, messages);
    text_element(writer, E::time,
                 {{T::datetime, exact}, {T::title, date.time.empty() ? std::nullopt : std::optional(in_full)}},
                 with_time ? in_full : format_date(date, messages));
  };
  pattern(writer, messages[Message::translation_outdated], [&](std::string_view name) {
    if (name == "date")
      time(changes.translation, translation.modified);
    else
      time(changes.original, original.modified);
  });
}

} // namespace

void translation_note(const article::Article& article, const Translation& translation, const Messages& messages,
                      const language::Names& names, Writer& writer) {
  const auto* const original = article.original_of(translation);
  const auto changes = outdated(translation, original);
  if (!translation.machine && !changes)
    return;
  const InterfaceLanguage interface(messages, translation.language);
  element(writer, E::aside,
          {{T::class_, "translation"}, {T::lang, interface.language()}, {T::dir, interface.direction()}}, [&] {
            if (translation.machine)
              text_element(writer, E::p, {}, messages[Message::translation_machine]);
            if (changes)
              element(writer, E::p, {}, [&] { outdated_sentence(translation, *original, *changes, messages, writer); });
            if (original != nullptr && original->url)
              element(writer, E::p, {}, [&] { link_to(article, translation, *original, names, writer); });
          });
}

} // namespace broadside::view
