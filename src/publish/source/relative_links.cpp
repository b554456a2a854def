#include "publish/source/relative_links.hpp"

#include "core/html/url.hpp"
#include "core/language_tag.hpp"
#include "core/lint/link_addresses.hpp"
#include "core/lint/lint.hpp"
#include "core/markdown/parse.hpp"
#include "publish/source/content_file.hpp"
#include "publish/source/front_matter.hpp"
#include "publish/source/text_file.hpp"

#include <algorithm>
#include <optional>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

// The target of a relative address: the path as it is typed, and the file that it leads to.
struct Target {
  std::string typed;
  fs::path path;
  std::string fragment; // with its "#", or empty
};

// Returns the target, or nullopt if the address leads to the web, to the root of a site, or to a fragment of the same
// text.
std::optional<Target> target_of(const std::string& address, const fs::path& folder) {
  const auto url = html::Url::check(address);
  const auto path = url ? relative_path(*url) : std::nullopt;
  if (!path || path->empty() || path->find('\0') != std::string::npos)
    return std::nullopt;
  const auto hash = std::min(url->text().find('#'), url->text().size());
  return Target{*path, (folder / *path).lexically_normal(), url->text().substr(hash)};
}

bool is_text_name(const fs::path& path) { return path.extension() == ".md"; }

// Returns whether the folder lies in a publisher's content/, so that it is known what the build makes of it.
bool is_article_folder(const fs::path& folder) {
  const fs::path content = folder.parent_path();
  return content.filename() == "content" && fs::is_regular_file(content.parent_path() / "broadside.yaml");
}

// Returns the name of the folder in which a text's page is made: its language.
std::string page_of(const fs::path& text) { return language::in_usual_letters(text.stem().string()) + "/"; }

// The brackets are encoded because in Markdown a bracket would end the address.
std::string without_brackets(std::string_view address) {
  std::string written;
  for (const char c : address)
    written += c == '(' ? "%28" : c == ')' ? "%29" : std::string(1, c);
  return written;
}

// Returns the parts of a path in the site. The path of an index.html becomes that of its folder.
std::vector<std::string> parts_in(const fs::path& content, const fs::path& path) {
  std::vector<std::string> parts;
  for (const fs::path& part : path.lexically_relative(content))
    if (!part.empty() && part != "." && part != "index.html")
      parts.push_back(part.string());
  return parts;
}

// Returns the text whose page the path names, or nullopt if it names none.
std::optional<fs::path> text_of_page(const fs::path& path, const fs::path& content) {
  const auto parts = parts_in(content, path);
  if (parts.size() != 2 || parts.front() == "..")
    return std::nullopt;
  std::error_code error;
  const fs::directory_iterator entries(content / parts[0], error);
  if (error)
    return std::nullopt;
  const auto found = std::find_if(begin(entries), end(entries), [&](const fs::directory_entry& entry) {
    return is_text_name(entry.path()) && page_of(entry.path()) == parts[1] + "/";
  });
  return found == end(entries) ? std::nullopt : std::optional(found->path());
}

// Returns whether the build makes the file that the path names: a page, an article's article.json, or a file in the
// site's own folder.
bool is_made(const fs::path& path, const fs::path& content) {
  const auto parts = parts_in(content, path);
  if (parts.empty() || parts.front() == "..")
    return true; // the list of articles, or something outside the site
  if (parts.size() == 1)
    return fs::path(parts.front()).has_extension();
  return text_of_page(path, content) ||
         (parts.size() == 2 && parts[1] == "article.json" && fs::is_directory(content / parts[0]));
}

// Returns whether the path is a text of an article. Texts in subfolders are not translations.
bool is_translation(const fs::path& path, const fs::path& content) {
  return is_text_name(path) && path.parent_path().parent_path() == content;
}

class Links {
public:
  Links(const fs::path& file, markdown::RawHtml raw_html)
      : file_(file), folder_(file.parent_path()), raw_html_(raw_html), is_article_(is_article_folder(folder_)) {}

  std::optional<Target> target(const std::string& address) const { return target_of(address, folder_); }

  bool is_there(const Target& target) const {
    if (!is_article_)
      return fs::exists(target.path);
    const fs::path content = folder_.parent_path().lexically_normal();
    if (find_content_file(folder_, target.typed))
      return !is_text_name(target.path) || is_translation(target.path, content);
    return is_made(target.path, content);
  }

  /// Returns the text of an article that the target is, or whose page it is, or nullopt if it is neither.
  std::optional<fs::path> translation_of(const Target& target) const {
    const fs::path content = folder_.parent_path().lexically_normal();
    return is_translation(target.path, content) ? std::optional(target.path) : text_of_page(target.path, content);
  }

  /// Returns the content of the text that the target is, without its front matter, or nullopt if it is not a text.
  std::optional<std::string> text_of(const Target& target) const {
    Faults ignored;
    if (!is_text_name(target.path) || !fs::is_regular_file(target.path))
      return std::nullopt;
    const auto text = read_text_file(target.path, ignored);
    if (!text || !begins_with_front_matter(*text))
      return text;
    const auto parts = cut_front_matter(*text, target.path, ignored);
    return parts ? std::optional(std::string(parts->markdown)) : std::nullopt;
  }

  /// Returns the anchor in another text that the target's fragment names, or nullopt if there is none.
  std::optional<std::string> anchor_of(const Target& target) const {
    const auto text = text_of(target);
    return text ? lint::anchor_in(*text, raw_html_, target.fragment) : std::nullopt;
  }

  /// Returns the address of a text's page, or nullopt if the target is not a text of an article.
  std::optional<std::string> page_address(const Target& target) const {
    const fs::path content = folder_.parent_path().lexically_normal();
    if (!is_translation(target.path, content) || !fs::is_regular_file(target.path))
      return std::nullopt;
    if (target.path == file_.lexically_normal() && !target.fragment.empty())
      return target.fragment;
    const fs::path article = target.path.parent_path();
    const std::string before = article == folder_.lexically_normal() ? "" : "../" + article.filename().string() + "/";
    return without_brackets(before + page_of(target.path) + anchor_of(target).value_or(target.fragment));
  }

  /// Returns the relative address of a text if the address names it from the root of the site, or from the folder that
  /// contains content/. Returns nullopt if it names none.
  std::optional<std::string> relative_to_text(const std::string& address) const {
    const auto url = html::Url::check(address);
    if (!is_article_ || !url || !url->text().starts_with('/'))
      return std::nullopt;
    const fs::path content = folder_.parent_path().lexically_normal();
    const std::string from_root = url->text().substr(1);
    for (const fs::path& root : {content, content.parent_path()}) {
      const auto target = target_of(from_root, root);
      if (target && is_translation(target->path, content) && fs::is_regular_file(target->path)) {
        const auto path = target->path.lexically_relative(folder_.lexically_normal()).generic_string();
        return path + from_root.substr(std::min(from_root.find_first_of("?#"), from_root.size()));
      }
    }
    return std::nullopt;
  }

private:
  fs::path file_, folder_;
  markdown::RawHtml raw_html_;
  bool is_article_;
};

std::string missing(const Target& target) {
  const std::string typed = "\"" + target.typed + "\"";
  if (fs::is_directory(target.path))
    return "the link to " + typed +
           " leads nowhere, because an article's folder has no page of its own; write the path to " +
           "one of its texts, such as " + (fs::path(target.typed) / "en.md").string();
  if (is_text_name(target.path))
    return "the link to " + typed +
           " leads nowhere, because there is no such text; write the path to another, such as " +
           "../other-article/en.md";
  return "the link to " + typed +
         " leads nowhere, because there is no such file; add the file, or write another address";
}

} // namespace

std::vector<TextLink> check_relative_links(std::string_view markdown, cmark_node* document, markdown::RawHtml raw_html,
                                           const Location& start, Faults& faults) {
  const Links links(start.file, raw_html);
  std::vector<TextLink> to_texts;
  for (const lint::LinkAddress& link : lint::link_addresses(markdown, document, raw_html)) {
    const Location location{start.file, start.line + link.line - 1};
    if (const auto relative = links.relative_to_text(link.text))
      faults.warn(location, "link-from-root",
                  "the link to \"" + link.text +
                      "\" leads nowhere, because only a relative path to a text leads to its page; write \"" +
                      *relative + "\"");
    const auto target = links.target(link.text);
    if (!target)
      continue;
    if (!links.is_there(*target)) {
      faults.warn(location, "missing-file", missing(*target));
      continue;
    }
    if (auto text = links.translation_of(*target))
      to_texts.push_back({location, target->typed, *std::move(text)});
    if (!target->fragment.empty() && links.text_of(*target) && !links.anchor_of(*target))
      faults.warn(location, "missing-anchor",
                  "the link to \"" + link.text +
                      "\" leads to the start of the text, because it has no heading or id \"" +
                      target->fragment.substr(1) + "\"");
  }
  return to_texts;
}

std::string with_page_addresses(std::string_view markdown, markdown::RawHtml raw_html, const fs::path& file) {
  const Links links(file, raw_html);
  std::vector<lint::Edit> edits;
  const auto document = markdown::parse(markdown, {});
  for (const lint::LinkAddress& link : lint::link_addresses(markdown, document.get(), raw_html)) {
    const auto target = links.target(link.text);
    if (const auto address = target ? links.page_address(*target) : std::nullopt)
      edits.push_back({link.line, link.offset, link.length, *address});
  }
  return edits.empty() ? std::string(markdown) : lint::edited(markdown, std::move(edits));
}

} // namespace broadside::publish
