#include "publish/source/document.hpp"

#include "core/ascii.hpp"
#include "core/language/date.hpp"
#include "core/lint/lint.hpp"
#include "core/markdown/parse.hpp"
#include "publish/source/front_matter.hpp"
#include "publish/source/language_tag.hpp"
#include "publish/source/markdown_addresses.hpp"
#include "publish/source/text_file.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

using article::longest_address;
using article::longest_line;
using article::longest_paragraph;
using article::widest_picture;

std::string read_date(const Fields& fields, const std::string& name, Faults& faults) {
  std::string date = fields.text(name, longest_line, faults);
  if (!date.empty() && !language::parse_date(date))
    faults.add(fields.place(name), "malformed", name + ": must be a date such as 2021-03-14 or 2021-03-14T10:00:00Z");
  return date;
}

std::vector<std::string> read_authors(const Fields& fields, Faults& faults) {
  std::vector<std::string> authors = fields.texts("author", longest_line, faults);
  for (std::string& author : fields.texts("authors", longest_line, faults))
    authors.push_back(std::move(author));
  std::erase(authors, "");
  return authors;
}

std::optional<article::Picture> read_lead(const Fields& fields, const std::filesystem::path& folder,
                                          const html::Url& base, Faults& faults) {
  const auto lead = fields.map("lead", faults);
  if (!lead)
    return std::nullopt;
  const std::string src = lead->required_text("src", longest_address, faults);
  const auto url = html::Url::check(src, &base);
  if (!src.empty())
    check_picture(src, lead->place("src"), folder, faults);
  if (!url)
    return std::nullopt;
  return article::Picture{*url,
                          lead->has("alt") ? std::optional(lead->text("alt", longest_paragraph, faults)) : std::nullopt,
                          lead->text("caption", longest_paragraph, faults),
                          lead->text("credit", longest_line, faults),
                          lead->number("width", 1, widest_picture, faults),
                          lead->number("height", 1, widest_picture, faults)};
}

// Whether the folder has a text whose name is that tag, in whatever letters.
bool has_text_in(const std::string& language, const std::filesystem::path& folder) {
  const std::filesystem::directory_iterator files(folder);
  return std::any_of(begin(files), end(files), [&](const auto& entry) {
    return lowered(entry.path().filename().string()) == lowered(language) + ".md";
  });
}

// The text beside this one of which it is a translation.
std::string read_original(const Fields& fields, const std::filesystem::path& file, Faults& faults) {
  const std::string written = fields.text("original", longest_line, faults);
  if (written.empty())
    return written;
  const auto before = faults.count();
  std::string original = check_language(written, "original: ", fields.place("original"), faults);
  if (faults.count() == before && !has_text_in(original, file.parent_path()))
    faults.add(fields.place("original"), "missing-translation", "original: there is no " + original + ".md");
  return original;
}

bool read_machine(const Fields& fields, Faults& faults) {
  constexpr Words<bool, 2> words = {{{"false", false}, {"true", true}}};
  return fields.word("machine", words, faults).value_or(false);
}

void report(const std::vector<lint::Remark>& remarks, const Place& start, Faults& faults) {
  for (const lint::Remark& remark : remarks) {
    const Place place{start.file, start.line + remark.line - 1};
    if (remark.is_fault)
      faults.add(place, remark.code, remark.message);
    else
      faults.warn(place, remark.code, remark.message);
  }
}

void check_text(std::string_view markdown, const Place& start, markdown::RawHtml raw_html, Faults& faults) {
  if (markdown.size() > article::longest_markdown) {
    faults.add(start, "too-long", "the text must be at most " + std::to_string(article::longest_markdown) + " bytes");
    return;
  }
  const auto parsed = markdown::parse(markdown, {});
  check_addresses(parsed.get(), raw_html, start, start.file.parent_path(), faults);
  report(lint::remarks_on(markdown, parsed.get(), lint_options(raw_html, start.file.parent_path())), start, faults);
}

} // namespace

std::optional<Document> read_document(const std::filesystem::path& file, const html::Url& base, const Rendering& usual,
                                      Faults& faults) {
  std::string language = check_language(file.stem().string(), "", {file, 1}, faults);
  const auto text = read_text_file(file, faults);
  const auto parts = text ? cut_front_matter(*text, file, faults) : std::nullopt;
  if (!parts)
    return std::nullopt;
  Document document;
  document.file = file;
  document.translation.language = std::move(language);
  document.translation.markdown = parts->markdown;
  const auto fields = read_fields(*parts, faults);
  document.rendering = fields ? read_rendering(*fields, usual, faults) : usual;
  check_text(parts->markdown, parts->markdown_place, document.rendering.raw_html, faults);
  if (!fields)
    return std::nullopt;
  document.translation.title = fields->required_text("title", longest_line, faults);
  document.translation.dek = fields->text("dek", longest_paragraph, faults);
  document.translation.authors = read_authors(*fields, faults);
  document.translation.lead = read_lead(*fields, file.parent_path(), base, faults);
  document.published = read_date(*fields, fields->has("published") ? "published" : "date", faults);
  document.modified = read_date(*fields, "modified", faults);
  document.translation.modified = document.modified.empty() ? document.published : document.modified;
  document.translation.original = read_original(*fields, file, faults);
  document.translation.machine = read_machine(*fields, faults);
  return document;
}

} // namespace broadside::publish
