#include "publish/source/other_systems.hpp"

#include "core/ascii.hpp"
#include "core/language/date.hpp"
#include "publish/source/release.hpp"
#include "publish/values/slips.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

enum class Withholds { when_true, when_false, by_word, whenever_there, before_date, after_date };

struct Sign {
  /// The name in lower case and without hyphens and underscores, in which systems differ.
  std::string_view member;
  Withholds withholds;
};

// Each of these members keeps a text from some or all readers in the systems named beside it, or in many themes and
// exports. Texts that come from such a system have it on purpose, and a text that was published by mistake cannot be
// taken back.
constexpr Sign signs[] = {
    {"draft", Withholds::when_true}, // Hugo, Zola, Astro, Docusaurus; here only in these very letters
    {"drafts", Withholds::when_true},
    {"isdraft", Withholds::when_true},
    {"private", Withholds::when_true},
    {"unpublished", Withholds::when_true},
    {"headless", Withholds::when_true}, // Hugo: no page
    // These texts are left out of lists, whereas Broadside lists every text that it builds: Docusaurus,
    // hexo-hide-posts, Eleventy, Grav.
    {"unlisted", Withholds::when_true},
    {"hidden", Withholds::when_true},
    {"eleventyexcludefromcollections", Withholds::when_true},
    {"visible", Withholds::when_false},
    {"listed", Withholds::when_false},
    {"publish", Withholds::when_false}, // Obsidian Publish
    {"public", Withholds::when_false},
    {"permalink", Withholds::when_false}, // Eleventy: no page
    {"status", Withholds::by_word},       // WordPress, Ghost, Pelican, Nikola
    {"poststatus", Withholds::by_word},   // WordPress
    {"state", Withholds::by_word},
    {"visibility", Withholds::by_word}, // Ghost
    // Only readers with the password get these: WordPress, hexo-blog-encrypt.
    {"password", Withholds::whenever_there},
    {"postpassword", Withholds::whenever_there},
    {"publishdate", Withholds::before_date}, // Hugo, Grav
    {"pubdate", Withholds::before_date},     // Hugo, Astro
    {"publishedat", Withholds::before_date}, // Ghost
    {"publishat", Withholds::before_date},
    {"publishedon", Withholds::before_date},
    {"publishon", Withholds::before_date},
    {"releasedate", Withholds::before_date},
    {"embargo", Withholds::before_date},
    {"date", Withholds::before_date},         // Hugo, Jekyll; beside `published`, which holds here where both are there
    {"expirydate", Withholds::after_date},    // Hugo
    {"unpublishdate", Withholds::after_date}, // Hugo, Grav
    {"unpublishat", Withholds::after_date},
    {"expires", Withholds::after_date}, // here only in these very letters
    {"expiresat", Withholds::after_date},
    {"expiredate", Withholds::after_date},
    {"expirationdate", Withholds::after_date},
};

// The values of `status` and similar members that mean that a text is not for all readers, or not yet.
constexpr std::string_view withholding_words[] = {
    "draft",    "auto-draft", "drafted", "private", "pending", "pending_review", "in_review",   "in-review",
    "review",   "future",     "hidden",  "trash",   "deleted", "scheduled",      "unpublished", "unlisted",
    "archived", "embargoed",  "members", "paid",    "tiers",   "internal",       "password",    "wip"};

constexpr std::string_view words_for_true[] = {"true", "yes", "on", "1"};
constexpr std::string_view words_for_false[] = {"false", "no", "off", "0"};

template <std::size_t n> bool is_one_of(const std::string_view (&words)[n], const std::string& text) {
  return std::find(std::begin(words), std::end(words), lowered(text)) != std::end(words);
}

const Sign* sign_named(std::string_view member) {
  std::string name = lowered(member);
  std::erase_if(name, [](char c) { return c == '-' || c == '_' || c == ' '; });
  const auto* found =
      std::find_if(std::begin(signs), std::end(signs), [&](const Sign& sign) { return sign.member == name; });
  return found == std::end(signs) ? nullptr : found;
}

/// Looks for such signs in the front matter of one text.
class Reader {
public:
  Reader(const Fields& fields, std::int64_t now, std::vector<std::string>& dates_to_come, Faults& faults)
      : fields_(fields), now_(now), dates_to_come_(dates_to_come), faults_(faults) {}

  void look_at(const std::string& member) {
    if (member == "draft" || member == "published" || member == "expires" ||
        (member == "date" && !fields_.has("published")))
      return; // Broadside's own
    Faults ignored;
    for (const std::string& value : fields_.texts(member, std::string::npos, ignored))
      if (!value.empty())
        look_at(member, value);
  }

private:
  void look_at(const std::string& member, const std::string& value) {
    const Sign* sign = sign_named(member);
    if (sign != nullptr && look_at(member, value, sign->withholds))
      return;
    const auto meant = meant_by(member, {"draft", "published", "date"});
    if (meant == "draft")
      look_at(member, value, Withholds::when_true);
    else if (meant && !look_at(member, value, Withholds::when_false) && language::parse_date(value))
      look_at(member, value, Withholds::before_date);
  }

  // Returns whether the member keeps the text from readers; if it does, the text is refused.
  bool look_at(const std::string& member, const std::string& value, Withholds withholds) {
    switch (withholds) {
    case Withholds::when_true:
      return is_one_of(words_for_true, value) && refuse_draft(member, ": \"" + value + "\"");
    case Withholds::when_false:
      return is_one_of(words_for_false, value) && refuse_draft(member, ": \"" + value + "\"");
    case Withholds::by_word:
      return is_one_of(withholding_words, value) && refuse_draft(member, ": \"" + value + "\"");
    case Withholds::whenever_there:
      return refuse_draft(member, ":"); // a password is nobody else's to read
    case Withholds::before_date:
      return refuse_before(member, value);
    case Withholds::after_date:
      return refuse_after(member, value);
    }
    return false;
  }

  bool refuse_draft(const std::string& member, const std::string& value) {
    refuse(member, value, "draft: true");
    return true;
  }

  bool refuse_before(const std::string& member, const std::string& date) {
    const bool is_date = language::parse_date(date).has_value();
    if (is_date && !is_in_future(date, now_))
      return false;
    refuse(member, ": \"" + date + (is_date ? "\" is in the future, and" : "\" may be in the future, and"),
           is_date ? "published: " + date : "published: with a date such as 2021-03-14 or 2021-03-14T10:00:00Z");
    return true;
  }

  bool refuse_after(const std::string& member, const std::string& date) {
    const bool is_date = language::parse_date(date).has_value();
    if (is_date && is_in_future(date, now_)) {
      dates_to_come_.push_back(date);
      return false;
    }
    refuse(member, ": \"" + date + (is_date ? "\" is in the past, and" : "\" may be in the past, and"),
           is_date ? "expires: " + date : "expires: with a date such as 2021-03-14 or 2021-03-14T10:00:00Z");
    return true;
  }

  void refuse(const std::string& member, const std::string& value, const std::string& instead) {
    faults_.add(fields_.location(member), "not-for-readers",
                member + value + " does not keep the text from readers here; write " + instead +
                    " instead, or remove it. Begin the name of a member of your own with \"x-\"");
  }

  const Fields& fields_;
  std::int64_t now_;
  std::vector<std::string>& dates_to_come_;
  Faults& faults_;
};

} // namespace

void refuse_signs_of_other_systems(const Fields& fields, Document& document, std::int64_t now, Faults& faults) {
  if (document.is_draft.value_or(false) || is_in_future(document.published, now) || has_passed(document.expires, now))
    return;
  Reader reader(fields, now, document.dates_to_come, faults);
  for (const auto& [member, location] : fields.names())
    reader.look_at(member);
}

} // namespace broadside::publish
