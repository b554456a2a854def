#include "publish/source/named_files.hpp"

#include "core/html/tag_reader.hpp"
#include "core/markdown/each_node.hpp"
#include "core/markdown/parse.hpp"
#include "publish/source/content_file.hpp"
#include "publish/source/percent_encoding.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;
using Use = NamedFile::Use;

class NamedFileFinder {
public:
  NamedFileFinder(const fs::path& article_folder, const html::Url& base)
      : article_folder_(article_folder), base_(base) {}

  void take(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LINK)
      add(Use::link, cmark_node_get_url(node));
    else if (type == CMARK_NODE_IMAGE)
      add(Use::picture, cmark_node_get_url(node));
    else if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
      take_html(cmark_node_get_literal(node));
  }

  std::vector<NamedFile> take_found() { return std::move(found_); }

private:
  void take_html(std::string_view html) {
    html::TagReader reader(html);
    while (const auto piece = reader.next())
      for (const char* attribute : {"href", "src", "poster", "data"})
        if (const std::string* const address = piece->tag.find(attribute))
          add(piece->tag.name == "img" ? Use::picture : Use::link, *address);
  }

  void add(Use use, std::string_view address) {
    if (auto file = named_file(use, address, article_folder_, base_))
      found_.push_back(*std::move(file));
  }

  const fs::path& article_folder_;
  const html::Url& base_;
  std::vector<NamedFile> found_;
};

// Writes the name in the way in which the address is written: either percent-encoded (%CC%88), or with the characters
// themselves.
std::string own_address(std::string_view written, const fs::path& file, const fs::path& article_folder) {
  const std::string path = file.lexically_relative(article_folder.lexically_normal()).generic_string();
  const auto end = std::min(written.find_first_of("?#"), written.size());
  const bool is_encoded = written.substr(0, end).find('%') != std::string_view::npos;
  return (is_encoded ? percent_encoded(path) : path) + std::string(written.substr(end));
}

} // namespace

std::optional<NamedFile> named_file(Use use, std::string_view address, const fs::path& article_folder,
                                    const html::Url& base) {
  const auto url = html::Url::check(address);
  const auto absolute = html::Url::check(address, &base);
  const auto path = url ? relative_path(*url) : std::nullopt;
  auto file = path && absolute ? find_content_file(article_folder, *path) : std::nullopt;
  if (!file)
    return std::nullopt;
  const bool is_own = *file == (article_folder / *path).lexically_normal();
  return NamedFile{use, *absolute, *file, std::string(address),
                   is_own ? std::string(address) : own_address(address, *file, article_folder)};
}

std::string with_own_names(std::string markdown, const std::vector<NamedFile>& files) {
  for (const auto& [use, address, file, written, own] : files)
    for (auto at = markdown.find(written); written != own && at != std::string::npos;
         at = markdown.find(written, at + own.size()))
      markdown.replace(at, written.size(), own);
  return markdown;
}

std::vector<NamedFile> named_files(cmark_node* document, const fs::path& article_folder, const html::Url& base) {
  NamedFileFinder finder(article_folder, base);
  markdown::for_each_node(document, [&](cmark_node* node) { finder.take(node); });
  return finder.take_found();
}

} // namespace broadside::publish
