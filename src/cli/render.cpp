#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "core/html/element.hpp"
#include "core/html/text_writer.hpp"
#include "core/html/tree_writer.hpp"
#include "core/markdown/render.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>

namespace broadside::cli {
namespace {

enum class Output { html, tree };

struct RenderOptions {
  Output to = Output::html;
  markdown::Profile profile = markdown::Profile::article;
  std::string base;
  /// Empty for standard input.
  std::string file;
};

std::optional<std::string> read(const std::string& file) {
  if (file.empty())
    return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::ifstream stream(file, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(stream), {});
  return stream.is_open() && !stream.bad() ? std::optional(text) : std::nullopt;
}

std::string rendered(std::string_view text, Output to, const markdown::Options& options) {
  std::string out;
  if (to == Output::html) {
    html::TextWriter writer(out);
    markdown::render(text, options, writer);
  } else {
    html::TreeWriter writer(out);
    html::element(writer, html::Element::div, {}, [&] { markdown::render(text, options, writer); });
  }
  return out;
}

int render(const RenderOptions& options) {
  const auto base = options.base.empty() ? std::nullopt : html::Url::check(options.base);
  if (!options.base.empty() && !(base && base->is_web())) {
    report({"unsafe-address", "--base", "must be an http or https address"});
    return 1;
  }
  const auto text = read(options.file);
  if (!text) {
    report({"unreadable", options.file, "cannot be read"});
    return 1;
  }
  // Nothing is added, not even a line feed at the end: what comes out is what the core makes.
  std::cout << rendered(*text, options.to, {options.profile, base ? &*base : nullptr, 1}) << std::flush;
  if (std::cout)
    return 0;
  report({"unwritable", "standard output", "cannot be written"});
  return 1;
}

} // namespace

void add_render(CLI::App& app, int& status) {
  using markdown::Profile;
  static const std::map<std::string, Output> outputs = {{"html", Output::html}, {"tree", Output::tree}};
  static const std::map<std::string, Profile> profiles = {{"commonmark", Profile::commonmark},
                                                          {"gfm", Profile::gfm},
                                                          {"article", Profile::article},
                                                          {"reply", Profile::reply}};
  const auto options = std::make_shared<RenderOptions>();
  CLI::App* command = app.add_subcommand("render", "Print what a Markdown text looks like to a reader");
  command->add_option("--to", options->to, "html (the default), or tree: JsonML")
      ->transform(CLI::Transformer(outputs))
      ->type_name("");
  command->add_option("--profile", options->profile, "commonmark, gfm, article (the default) or reply")
      ->transform(CLI::Transformer(profiles))
      ->type_name("");
  command->add_option("--base", options->base, "Address that relative ones are resolved against");
  command->add_option("FILE", options->file, "Markdown; standard input where it is not given");
  command->footer("Example:\n  echo '*Hello*, world' | broadside render --to tree");
  command->callback([options, &status] { status = render(*options); });
}

} // namespace broadside::cli
