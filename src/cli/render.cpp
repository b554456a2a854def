#include "core/markdown/render.hpp"
#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "core/article/article.hpp"
#include "core/language_tag.hpp"

#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <vector>

namespace broadside::cli {
namespace {

struct RenderOptions {
  std::string to{markdown::output_words.front().first};
  std::string profile{markdown::profile_words.front().first};
  /// If it is empty, the profile's default mode applies.
  std::string html;
  std::string typography{markdown::typography_words.front().first};
  std::string language;
  std::string base;
  std::string id_prefix;
  /// If it is empty, standard input is read.
  std::string file;
};

// Each returns the fault of a text as CLI11 expects it: the rule that it breaks, or an empty text.
std::string base_fault(const std::string& text) {
  return html::Url::check_base(text) ? "" : std::string(html::Url::base_rule);
}

std::string language_fault(const std::string& text) {
  return language::well_formed(text) ? "" : std::string(language::well_formed_rule);
}

std::string id_fault(const std::string& text) {
  return markdown::is_id_prefix(text) ? "" : std::string(markdown::id_prefix_rule);
}

// Returns CLI11's check that a text is one of these words.
template <typename Value, std::size_t n> CLI::IsMember one_of(const Words<Value, n>& words) {
  std::vector<std::string> names;
  for (const auto& [word, value] : words)
    names.emplace_back(word);
  return CLI::IsMember(names);
}

// Reads at most one byte more than the limit, which is enough to know that the text is too long.
std::string read(std::istream& stream) {
  std::string text(article::longest_markdown + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return text;
}

tl::expected<std::string, Error> read(const std::string& file) {
  std::ifstream stream;
  if (!file.empty())
    stream.open(file, std::ios::binary);
  std::string text = read(file.empty() ? std::cin : stream);
  if (!file.empty() && (!stream.is_open() || stream.bad()))
    return tl::unexpected(Error{"unreadable", file, "cannot be read"});
  if (text.size() > article::longest_markdown)
    return tl::unexpected(Error{"too-long", file.empty() ? "standard input" : file,
                                "the text " + std::string(article::longest_markdown_rule)});
  return text;
}

std::string rendered(std::string_view text, const RenderOptions& options) {
  const auto base = options.base.empty() ? std::nullopt : html::Url::check_base(options.base);
  markdown::Options how;
  how.profile = *value_of(markdown::profile_words, options.profile);
  how.base = base ? &*base : nullptr;
  how.raw_html = value_of(markdown::raw_html_words, options.html);
  how.typography = *value_of(markdown::typography_words, options.typography);
  how.language = options.language;
  how.id_prefix = options.id_prefix;
  return markdown::rendered_file(text, how, *value_of(markdown::output_words, options.to));
}

int render(const RenderOptions& options) {
  const auto text = read(options.file);
  if (!text) {
    report(text.error());
    return 1;
  }
  // The output is exactly the core's, without even a line feed after it.
  std::cout << rendered(*text, options) << std::flush;
  if (std::cout)
    return 0;
  report({"unwritable", "standard output", "cannot be written"});
  return 1;
}

} // namespace

void add_render(CLI::App& app, int& status) {
  const auto options = std::make_shared<RenderOptions>();
  CLI::App* command = app.add_subcommand("render", "Render a Markdown text as HTML or as a tree");
  command->add_option("--to", options->to, "Output format: HTML, or a tree as JsonML")
      ->check(one_of(markdown::output_words))
      ->capture_default_str();
  command->add_option("--profile", options->profile, "Markdown dialect")
      ->check(one_of(markdown::profile_words))
      ->capture_default_str();
  command
      ->add_option(
          "--html", options->html,
          "How raw HTML is handled; the default is sanitize, and drop in commonmark and gfm. In a reply it is always "
          "escaped")
      ->check(one_of(markdown::raw_html_words));
  command
      ->add_option("--typography", options->typography,
                   "Typography: smart sets typographic quotes, dashes and ellipses")
      ->check(one_of(markdown::typography_words))
      ->capture_default_str();
  command->add_option("--language", options->language, "Language of the text, such as en or pt-BR")
      ->check(language_fault);
  command->add_option("--base", options->base, "Address against which relative addresses are resolved")
      ->check(base_fault);
  command
      ->add_option("--id-prefix", options->id_prefix,
                   "Prefix of the text's ids after \"article-\", for several texts on one page")
      ->check(id_fault);
  command->add_option("FILE", options->file, "Markdown file; if it is not given, standard input is read");
  command->footer("Example:\n  echo '*Hello*, world' | broadside render --to tree");
  command->callback([options, &status] { status = render(*options); });
}

} // namespace broadside::cli
