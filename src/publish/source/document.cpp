#include "publish/source/document.hpp"

#include "core/ascii.hpp"
#include "core/language/date.hpp"
#include "core/markdown/parse.hpp"
#include "publish/pictures/preview_picture.hpp"
#include "publish/source/examine.hpp"
#include "publish/source/language_tag.hpp"
#include "publish/source/markdown_addresses.hpp"
#include "publish/source/named_files.hpp"
#include "publish/source/other_systems.hpp"
#include "publish/source/relative_links.hpp"
#include "publish/source/text_file.hpp"
#include "publish/values/slips.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

using article::longest_address;
using article::longest_line;
using article::longest_paragraph;
using article::widest_picture;

constexpr Words<bool, 2> boolean_words = {{{"false", false}, {"true", true}}};

std::string read_date(const Fields& fields, const std::string& name, Faults& faults) {
  std::string date = fields.text(name, longest_line, faults);
  if (!date.empty() && !language::parse_date(date))
    faults.add(fields.location(name), "malformed",
               name + ": " + std::string(language::date_rule) + ", not \"" + date + "\"");
  return date;
}

// Jekyll's `published` is true or false, not a date.
std::string read_published(const Fields& fields, std::optional<bool>& is_draft, Faults& faults) {
  const std::string published = fields.text("published", longest_line, faults);
  const auto word = value_of(boolean_words, published);
  if (!word)
    return read_date(fields, fields.has("published") ? "published" : "date", faults);
  if (!is_draft)
    is_draft = !*word;
  return read_date(fields, "date", faults);
}

// A date without a time is compared with the day of the other, as both are written, because it says nothing about the
// hour.
bool is_before(const std::string& one, const std::string& other) {
  const auto first = language::parse_date(one);
  const auto second = language::parse_date(other);
  if (!first || !second)
    return false;
  const bool have_times = !first->time.empty() && !second->time.empty();
  return have_times ? language::unix_time(*first) < language::unix_time(*second)
                    : one.substr(0, 10) < other.substr(0, 10);
}

std::vector<std::string> read_authors(const Fields& fields, Faults& faults) {
  std::vector<std::string> authors = fields.texts("author", longest_line, faults);
  for (std::string& author : fields.texts("authors", longest_line, faults))
    authors.push_back(std::move(author));
  std::erase(authors, "");
  return authors;
}

std::optional<article::Picture> read_lead(const Fields& fields, const std::filesystem::path& folder,
                                          const html::Url& base, std::vector<NamedFile>& names, Faults& faults) {
  const auto lead = fields.map("lead", faults);
  if (!lead)
    return std::nullopt;
  warn_of_slips(*lead, {"src", "alt", "caption", "credit", "width", "height"}, faults);
  const std::string src = lead->required_text("src", longest_address, faults);
  const auto file = named_file(NamedFile::Use::lead, src, folder, base);
  const auto url = html::Url::check(file ? file->own : src, &base);
  if (!src.empty())
    check_picture(src, lead->location("src"), folder, faults);
  if (url && !is_shown_in_previews(*url))
    faults.warn(lead->location("src"), "svg-preview",
                "lead.src: previews of shared links do not show SVG pictures; use a PNG, JPEG or WebP");
  if (file)
    names.push_back(*file);
  if (!url)
    return std::nullopt;
  return article::Picture{*url,
                          lead->has("alt") ? std::optional(lead->text("alt", longest_paragraph, faults)) : std::nullopt,
                          lead->text("caption", longest_paragraph, faults),
                          lead->text("credit", longest_line, faults),
                          lead->number("width", 1, widest_picture, faults),
                          lead->number("height", 1, widest_picture, faults)};
}

// Returns whether the folder has a text whose name is that tag, ignoring case.
bool has_text_in(const std::string& language, const std::filesystem::path& folder) {
  const std::filesystem::directory_iterator files(folder);
  return std::any_of(begin(files), end(files), [&](const auto& entry) {
    return lowered(entry.path().filename().string()) == lowered(language) + ".md";
  });
}

// Returns the language of the text beside this one of which it is a translation.
std::string read_original(const Fields& fields, const std::filesystem::path& file, Faults& faults) {
  const std::string written = fields.text("original", longest_line, faults);
  if (written.empty())
    return written;
  const auto before = faults.count();
  std::string original = check_language(written, "original: ", fields.location("original"), faults);
  if (faults.count() == before && !has_text_in(original, file.parent_path()))
    faults.add(fields.location("original"), "missing-translation", "original: there is no " + original + ".md");
  return original;
}

bool is_named_otherwise(const NamedFile& named) { return named.written != named.own; }

// Web servers compare names byte by byte, so the text must spell a name exactly as the file system does.
void take_own_names(const Location& start, const html::Url& base, Document& document) {
  std::string& markdown = document.translation.markdown;
  markdown = with_own_names(std::move(markdown), document.names);
  document.names = named_files(markdown::parse(markdown, {}).get(), start.file.parent_path(), base);
  for (const NamedFile& named : document.names)
    if (is_named_otherwise(named))
      document.faults.add(start, "other-name",
                          "\"" + named.written +
                              "\" differs from the file's name only in how its accents are encoded "
                              "(Unicode NFC and NFD); write it as the file's name is, without backslashes or character "
                              "references");
}

void read_members(const Fields& fields, const html::Url& base, Document& document) {
  Faults& faults = document.faults;
  article::Translation& translation = document.translation;
  translation.title = fields.required_text("title", longest_line, faults);
  translation.dek = fields.text("dek", longest_paragraph, faults);
  translation.authors = read_authors(fields, faults);
  translation.lead = read_lead(fields, document.file.parent_path(), base, document.names, faults);
  document.is_draft = fields.word("draft", boolean_words, faults);
  document.published = read_published(fields, document.is_draft, faults);
  document.modified = read_date(fields, "modified", faults);
  document.expires = read_date(fields, "expires", faults);
  if (is_before(document.modified, document.published))
    faults.warn(fields.location("modified"), "modified-before-published",
                "modified: " + document.modified + " is before the date of publication, " + document.published);
  translation.modified = document.modified.empty() ? document.published : document.modified;
  translation.original = read_original(fields, document.file, faults);
  translation.machine = fields.word("machine", boolean_words, faults).value_or(false);
  document.takes_replies = fields.word("replies", article::replies_words, faults);
  warn_of_slips(fields,
                {"title", "dek", "author", "authors", "published", "date", "modified", "lead", "html", "typography",
                 "original", "machine", "draft", "replies", "expires"},
                faults);
}

} // namespace

Document read_document(const std::filesystem::path& file, const html::Url& base, const Rendering& usual,
                       std::int64_t now) {
  Document document;
  Faults& faults = document.faults;
  document.file = file;
  document.translation.language = check_language(file.stem().string(), "", {file, 1}, faults);
  const auto text = read_text_file(file, faults);
  if (!text)
    return document;
  auto examined = examine(*text, file, {Expected::FrontMatter::required, usual, base}, faults);
  document.rendering = examined.rendering;
  document.links = std::move(examined.links);
  document.names = std::move(examined.names);
  if (examined.markdown) {
    document.translation.markdown = with_page_addresses(*examined.markdown, document.rendering.raw_html, file);
    if (std::any_of(document.names.begin(), document.names.end(), is_named_otherwise))
      take_own_names(examined.markdown_location, base, document);
  }
  if (examined.fields) {
    read_members(*examined.fields, base, document);
    refuse_signs_of_other_systems(*examined.fields, document, now, faults);
  }
  return document;
}

std::string first_date(const std::vector<Document>& documents, std::string Document::*date) {
  const auto found = std::find_if(documents.begin(), documents.end(),
                                  [&](const Document& document) { return !(document.*date).empty(); });
  return found == documents.end() ? std::string() : (*found).*date;
}

} // namespace broadside::publish
