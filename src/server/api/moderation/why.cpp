#include "server/api/moderation/why.hpp"

#include "core/utf8.hpp"
#include "core/words.hpp"

namespace broadside::server::api {

namespace {

using pages::Markup;
using pages::Template;

constexpr std::size_t longest_why = 500;

/// Return in a field of one line would press the form's first button, so that the field has several.
constexpr Template why_box = R"(<details class="why"><summary>Reason</summary>
<p><label>Reason <select name="why"><option value="">none</option>
{options}</select></label>
<label>More about it <textarea name="why-more" rows="2" maxlength="500"></textarea></label></p>
</details>
)";

constexpr Template why_option = R"(<option value="{word}">{words}</option>
)";

constexpr std::string_view legal = "legal";

/// The reasons to choose from: the word that the form sends, and what the audit log says.
constexpr Words<std::string_view, 6> reasons = {{{"spam", "spam or advertising"},
                                                 {"abuse", "insults or threats"},
                                                 {"private", "private facts about somebody"},
                                                 {"off-topic", "not about the article"},
                                                 {legal, "a legal reason"},
                                                 {"wrong", "an earlier decision was wrong"}}};

} // namespace

Markup why_fields() {
  Markup options;
  for (const auto& [word, words] : reasons)
    options += Markup::fill(why_option, {{"word", word}, {"words", words}});
  return Markup::fill(why_box, {{"options", options}});
}

std::optional<Why> why_in(const Parameters& form) {
  const auto& word = form["why"];
  const auto& more = form["why-more"];
  if (code_points(more) > longest_why)
    return std::nullopt;
  std::string words(value_of(reasons, word).value_or(""));
  words.append(words.empty() || more.empty() ? "" : ": ").append(more);
  return Why{std::move(words), word == legal};
}

} // namespace broadside::server::api
