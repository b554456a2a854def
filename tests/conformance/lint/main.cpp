// Lints many texts in one process: reads a JSON object with "html", the name of a mode, and "texts"; prints a JSON
// array with the remarks on each text and the mended text.
#include "core/lint/lint.hpp"
#include "core/markdown/parse.hpp"

#include <nlohmann/json.hpp>

#include <iostream>

using namespace broadside;
using nlohmann::json;

int main() {
  const json request = json::parse(std::cin);
  const auto raw_html = value_of(markdown::raw_html_words, request.at("html").get<std::string>()).value();
  json results = json::array();
  for (const json& text : request.at("texts")) {
    const auto& markdown = text.get_ref<const std::string&>();
    const auto document = markdown::parse(markdown, {});
    const auto remarks = lint::remarks_on(markdown, document.get(), {.raw_html = raw_html});
    results.push_back({{"remarks", lint::to_json(remarks)}, {"mended", lint::mended(markdown, remarks)}});
  }
  std::cout << results;
}
