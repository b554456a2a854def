// Renders Markdown to a tree and to text. Five bytes choose the options, and the rest is the Markdown.

#include "oracle/input.hpp"
#include "oracle/tree.hpp"

#include "core/html/element.hpp"
#include "core/html/text_writer.hpp"
#include "core/html/tree_writer.hpp"
#include "core/markdown/render.hpp"

#include <iterator>

using namespace broadside;

namespace {

markdown::Options options_of(fuzz::Input& input, const html::Url& base) {
  constexpr std::string_view languages[] = {"", "en", "de", "fr", "ja", "zh-Hans", "ko"};
  markdown::Options options;
  options.profile = markdown::profile_words[input.choice(std::size(markdown::profile_words))].second;
  options.raw_html = markdown::raw_html_words[input.choice(std::size(markdown::raw_html_words))].second;
  options.typography = markdown::typography_words[input.choice(std::size(markdown::typography_words))].second;
  options.language = languages[input.choice(std::size(languages))];
  options.base = input.choice(2) == 0 ? nullptr : &base;
  return options;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const html::Url base = *html::Url::check("https://a.example/b/");
  fuzz::Input input(data, size);
  const markdown::Options options = options_of(input, base);

  std::string json;
  html::TreeWriter tree(json);
  html::element(tree, html::Element::div, {}, [&] { markdown::render_file(input.text(), options, tree); });
  std::string text;
  html::TextWriter writer(text);
  markdown::render_file(input.text(), options, writer);

  if (const auto expected = fuzz::html_of_valid_tree(json); text != expected)
    fuzz::fail("the text is not the tree's", text + "\n" + expected);
  return 0;
}
