#include "core/lint/finder.hpp"
#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <array>

namespace broadside::lint {
namespace {

struct Form {
  std::string_view open, close;
};
// The longer forms come first: Hugo's shortcodes, then output and tags of Liquid and similar languages.
constexpr std::array forms = {Form{"{{<", ">}}"}, Form{"{{%", "%}}"}, Form{"{{", "}}"}, Form{"{%", "%}"}};

struct Advice {
  std::string_view name, text;
};
constexpr std::array advices = {
    Advice{"figure", "write a picture as ![what it shows](picture.png \"caption\")"},
    Advice{"image", "write a picture as ![what it shows](picture.png \"caption\")"},
    Advice{"img", "write a picture as ![what it shows](picture.png \"caption\")"},
    Advice{"youtube", "write the video's address in a paragraph of its own"},
    Advice{"vimeo", "write the video's address in a paragraph of its own"},
    Advice{"ref", "write a link as [words](../other-article/en.md)"},
    Advice{"relref", "write a link as [words](../other-article/en.md)"},
    Advice{"post_url", "write a link as [words](../other-article/en.md)"},
    Advice{"link", "write a link as [words](../other-article/en.md)"},
    Advice{"highlight", "write code between two lines of ```"},
    Advice{"endhighlight", "write code between two lines of ```"},
};

std::string_view first_word(std::string_view text) {
  const auto start = std::find_if(text.begin(), text.end(), is_alpha);
  const auto end = std::find_if_not(start, text.end(), [](char c) { return is_alphanumeric(c) || c == '_'; });
  return text.substr(static_cast<std::size_t>(start - text.begin()), static_cast<std::size_t>(end - start));
}

std::string message_on_tag(std::string_view tag) {
  const auto word = first_word(tag);
  const auto advice =
      std::find_if(advices.begin(), advices.end(), [&](const Advice& candidate) { return candidate.name == word; });
  return quoted(tag) + " is a tag of another program, and readers see it as it is typed; " +
         std::string(advice == advices.end() ? "write the content that it stands for, or leave it out" : advice->text);
}

// Returns whether the braces hold a tag. Numbers or further braces mean a formula or code, and "{{ and }}" names the
// signs themselves.
bool is_tag(std::string_view content) {
  content = trimmed(content);
  if (content == "and" || content == "or")
    return false;
  return !content.empty() && !is_digit(content.front()) && content.find_first_of("{}") == std::string_view::npos &&
         std::any_of(content.begin(), content.end(), is_alpha);
}

} // namespace

void check_template_tags(Prose& prose, std::vector<Remark>& remarks) {
  const std::string_view text = prose.text();
  std::array closings = {Finder(text, forms[0].close), Finder(text, forms[1].close), Finder(text, forms[2].close),
                         Finder(text, forms[3].close)};
  for (std::size_t at = prose.find("{", 0); at < text.size(); at = prose.find("{", at + 1)) {
    const auto form = std::find_if(forms.begin(), forms.end(),
                                   [&](const Form& each) { return text.substr(at).starts_with(each.open); });
    if (form == forms.end())
      continue;
    const auto start = at + form->open.size();
    const auto close = closings[static_cast<std::size_t>(form - forms.begin())].next(start);
    if (close == std::string_view::npos || !is_tag(text.substr(start, close - start)))
      continue;
    const auto end = close + form->close.size();
    remarks.push_back({prose.place_of(at), "template-tag", message_on_tag(text.substr(at, end - at)), {}});
    prose.mark_remarked(at, end);
    at = end - 1;
  }
}

} // namespace broadside::lint
