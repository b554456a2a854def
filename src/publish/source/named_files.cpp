#include "publish/source/named_files.hpp"

#include "core/html/tag_reader.hpp"
#include "core/markdown/parse.hpp"
#include "publish/source/content_file.hpp"

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;
using Use = NamedFile::Use;

class Finder {
public:
  Finder(const fs::path& article_folder, const html::Url& base) : article_folder_(article_folder), base_(base) {}

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

} // namespace

std::optional<NamedFile> named_file(Use use, std::string_view address, const fs::path& article_folder,
                                    const html::Url& base) {
  const auto url = html::Url::check(address);
  const auto absolute = html::Url::check(address, &base);
  const auto path = url ? relative_path(*url) : std::nullopt;
  auto file = path && absolute ? find_content_file(article_folder, *path) : std::nullopt;
  return file ? std::optional(NamedFile{use, *absolute, *std::move(file)}) : std::nullopt;
}

std::vector<NamedFile> named_files(cmark_node* document, const fs::path& article_folder, const html::Url& base) {
  Finder finder(article_folder, base);
  const markdown::Iterator iterator(cmark_iter_new(document));
  while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE)
    if (cmark_iter_get_event_type(iterator.get()) == CMARK_EVENT_ENTER)
      finder.take(cmark_iter_get_node(iterator.get()));
  return finder.take_found();
}

} // namespace broadside::publish
