#include "publish/scaffold.hpp"

#include "core/article/article.hpp"
#include "publish/source/front_matter.hpp"
#include "publish/source/language_tag.hpp"
#include "publish/source/settings.hpp"
#include "publish/source/text_file.hpp"

#include <fstream>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;
using Paths = std::vector<fs::path>;

constexpr auto settings_name = "broadside.yaml";

// Returns a text as YAML reads it back, whatever signs are in it.
std::string single_quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text)
    quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'";
}

void check_title(const std::string& text, const std::string& option, Faults& faults) {
  if (text.empty() || text.find_first_of("\r\n") != std::string::npos)
    faults.add({}, "malformed", option + ": must be a text on one line");
}

void write_new(const fs::path& file, std::string_view text, Faults& faults) {
  if (faults.any())
    return;
  if (fs::exists(fs::symlink_status(file))) {
    faults.add({file}, "exists", "exists already, and is left as it is; give another name, or change that file");
    return;
  }
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  std::ofstream stream(file, std::ios::binary);
  stream << text;
  stream.close();
  if (!stream)
    faults.add({file}, "unwritable", "cannot be written");
}

Paths unless_faulty(Paths files, const Faults& faults) { return faults.any() ? Paths() : std::move(files); }

std::optional<Settings> settings_in(const fs::path& publisher, Faults& faults) {
  const fs::path file = publisher / settings_name;
  if (fs::exists(file))
    return read_settings(file, {}, faults);
  faults.add({file}, "missing",
             "does not exist; name the publisher's folder, or begin one with \"broadside new site " +
                 publisher.string() + "\"");
  return std::nullopt;
}

fs::path path_of_text(const fs::path& publisher, const std::string& id, const std::string& language) {
  return publisher / "content" / id / (language + ".md");
}

std::string settings_text(const NewSite& site) {
  return "# Who publishes, and what holds for every article. docs/publishing.md lists all members.\n"
         "publisher:\n"
         "  name: " +
         single_quoted(site.name) +
         "\n"
         "# The language for readers whose own an article does not have.\n"
         "default: " +
         site.language +
         "\n"
         "# The address at which the site will be served.\n"
         "url: http://localhost:8081/\n"
         "# The address of the server of replies; without it there are none.\n"
         "# replies: http://localhost:8082/\n";
}

std::string first_text(const std::string& title, const std::string& published) {
  return "---\ntitle: " + single_quoted(title) +
         "\n"
         "dek: 'One sentence that says more than the headline'\n"
         "authors:\n"
         "  - 'Your Name'\n" +
         (published.empty() ? "" : "published: " + published + "\n") +
         "---\n\n"
         "The first paragraph says what happened, to whom, where and when.\n\n"
         "## A subheading\n\n"
         "Write in Markdown: *emphasis*, **strong words**, [a link](https://example.org/), and a note.[^1]\n\n"
         "[^1]: It stands at the foot of the text.\n";
}

// Returns what makes the text a draft, unless its original is one already.
std::string draft_line(std::string_view front_matter) {
  const bool is_draft = ("\n" + std::string(front_matter)).find("\ndraft:") != std::string::npos;
  return is_draft ? "" : "# Translate the text, and then remove the next line.\ndraft: true\n";
}

} // namespace

Paths write_site(const NewSite& site, Faults& faults) {
  const fs::path settings = site.folder / settings_name;
  const std::string language = check_language(site.language, "--language: ", {}, faults);
  const fs::path text = path_of_text(site.folder, "first-article", language);
  check_title(site.name, "--name", faults);
  if (fs::exists(fs::symlink_status(text)))
    faults.add({text}, "exists", "exists already, and is left as it is; name another folder");
  write_new(settings, settings_text({site.folder, site.name, language}), faults);
  write_new(text, first_text("A First Article", ""), faults);
  return unless_faulty({settings, text}, faults);
}

Paths write_article(const NewArticle& article, const std::string& today, Faults& faults) {
  const auto settings = settings_in(article.publisher, faults);
  if (!article::is_id(article.id))
    faults.add({}, "malformed",
               "the article's id, \"" + article.id + "\", must be " + std::string(article::id_rule) +
                   ", such as north-korea");
  check_title(article.title, "--title", faults);
  if (!settings)
    return {};
  const fs::path text = path_of_text(article.publisher, article.id, settings->default_language);
  write_new(text, first_text(article.title, today), faults);
  return unless_faulty({text}, faults);
}

Paths write_translation(const NewTranslation& translation, Faults& faults) {
  const auto settings = settings_in(translation.publisher, faults);
  const std::string language = check_language(translation.language, "the language: ", {}, faults);
  if (!settings || faults.any())
    return {};
  const fs::path original = path_of_text(translation.publisher, translation.id, settings->default_language);
  if (!fs::exists(original))
    faults.add({original}, "missing",
               "does not exist; begin the article with \"broadside new article " + translation.publisher.string() +
                   " " + translation.id + "\"");
  const auto text = faults.any() ? std::nullopt : read_text_file(original, faults);
  const auto parts = text ? cut_front_matter(*text, original, faults) : std::nullopt;
  if (!parts)
    return {};
  if (parts->notation != Parts::Notation::yaml) {
    faults.add({original, 1}, "malformed", "its front matter must be YAML for a translation to begin with it");
    return {};
  }
  const fs::path file = path_of_text(translation.publisher, translation.id, language);
  const auto rest = static_cast<std::size_t>(parts->front_matter.data() - text->data());
  write_new(file, "---\n" + draft_line(parts->front_matter) + text->substr(rest), faults);
  return unless_faulty({file}, faults);
}

} // namespace broadside::publish
