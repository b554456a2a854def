// Renders many texts in one process, because starting the command for each would be slow: reads a JSON object with the
// options, as words, and "texts"; prints a JSON array with the HTML and the tree of each text.
#include "core/html/element.hpp"
#include "core/html/text_writer.hpp"
#include "core/html/tree_writer.hpp"
#include "core/markdown/render.hpp"

#include <nlohmann/json.hpp>

#include <iostream>
#include <string>

using namespace broadside;
using nlohmann::json;

namespace {

std::string as_html(std::string_view text, const markdown::Options& options) {
  std::string out;
  html::TextWriter writer(out);
  markdown::render_file(text, options, writer);
  return out;
}

std::string as_tree(std::string_view text, const markdown::Options& options) {
  std::string out;
  html::TreeWriter writer(out);
  html::element(writer, html::Element::div, {}, [&] { markdown::render_file(text, options, writer); });
  return out;
}

} // namespace

int main() {
  const json request = json::parse(std::cin);
  const std::string language = request.value("language", "");
  markdown::Options options;
  options.profile = value_of(markdown::profile_words, request.value("profile", "article")).value();
  options.raw_html = value_of(markdown::raw_html_words, request.value("html", ""));
  options.typography = value_of(markdown::typography_words, request.value("typography", "plain")).value();
  options.language = language;
  json results = json::array();
  for (const json& text : request.at("texts")) {
    const auto& markdown = text.get_ref<const std::string&>();
    results.push_back({{"html", as_html(markdown, options)}, {"tree", as_tree(markdown, options)}});
  }
  std::cout << results;
}
