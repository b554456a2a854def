#include "publish/source/named_files.hpp"

#include "core/html/tag_reader.hpp"
#include "core/html/url.hpp"
#include "core/markdown/parse.hpp"
#include "publish/source/content_file.hpp"

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

void add_files_of_html(std::string_view html, const fs::path& folder, std::set<fs::path>& names) {
  html::TagReader reader(html);
  while (const auto piece = reader.next())
    for (const char* attribute : {"href", "src", "poster", "data"})
      if (const std::string* const address = piece->tag.find(attribute))
        add_named_file(*address, folder, names);
}

} // namespace

void add_named_file(std::string_view address, const fs::path& article_folder, std::set<fs::path>& names) {
  const auto url = html::Url::check(address);
  const auto path = url ? relative_path(*url) : std::nullopt;
  if (auto file = path ? find_content_file(article_folder, *path) : std::nullopt)
    names.insert(*std::move(file));
}

void add_named_files(cmark_node* document, const fs::path& article_folder, std::set<fs::path>& names) {
  const markdown::Iterator iterator(cmark_iter_new(document));
  while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
    if (cmark_iter_get_event_type(iterator.get()) != CMARK_EVENT_ENTER)
      continue;
    cmark_node* const node = cmark_iter_get_node(iterator.get());
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
      add_named_file(cmark_node_get_url(node), article_folder, names);
    else if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
      add_files_of_html(cmark_node_get_literal(node), article_folder, names);
  }
}

} // namespace broadside::publish
