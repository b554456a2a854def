#include "publish/source/markdown_addresses.hpp"

#include "core/html/url.hpp"
#include "core/markdown/parse.hpp"

#include <charconv>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

std::string unsafe(std::string_view address) {
  return "\"" + std::string(address) + "\" must be an http, https, mailto, tel or relative address";
}

// "%20" is a space. What is not two hexadecimal digits after a percent sign stays as it is.
std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned char byte = 0;
    const char* const digits = text.data() + i + 1;
    if (text[i] == '%' && text.size() - i > 2 && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      decoded += static_cast<char>(byte);
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

bool names_a_file_of_ours(const html::Url& url) { return url.scheme().empty() && !url.text().starts_with('/'); }

// Whether the build copies such a file, so that the address will work.
bool is_published(const fs::path& file, const fs::path& content_folder) {
  const fs::path name = file.lexically_relative(content_folder);
  return !name.empty() && *name.begin() != ".." && fs::is_regular_file(file);
}

void check_node(cmark_node* node, const Place& start, const fs::path& folder, Faults& faults) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type != CMARK_NODE_LINK && type != CMARK_NODE_IMAGE)
    return;
  const Place place{start.file, start.line + cmark_node_get_start_line(node) - 1};
  const std::string_view address = cmark_node_get_url(node);
  if (type == CMARK_NODE_IMAGE)
    check_picture(address, place, folder, faults);
  else if (!html::Url::check(address))
    faults.warn(place, "unsafe-address", unsafe(address) + "; readers get only the link's text");
}

} // namespace

void check_picture(std::string_view address, const Place& place, const fs::path& article_folder, Faults& faults) {
  const auto url = html::Url::check(address);
  if (!url) {
    faults.add(place, "unsafe-address", unsafe(address));
    return;
  }
  if (!names_a_file_of_ours(*url))
    return;
  const std::string path = percent_decoded(url->text().substr(0, url->text().find_first_of("?#")));
  const fs::path file = (article_folder / path).lexically_normal();
  if (!is_published(file, article_folder.parent_path().lexically_normal()))
    faults.add(place, "missing-picture", "the picture \"" + path + "\" is not there");
}

void check_addresses(std::string_view markdown, const Place& start, const fs::path& article_folder, Faults& faults) {
  const auto document = markdown::parse(markdown, {});
  const markdown::Iterator iterator(cmark_iter_new(document.get()));
  while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE)
    if (cmark_iter_get_event_type(iterator.get()) == CMARK_EVENT_ENTER)
      check_node(cmark_iter_get_node(iterator.get()), start, article_folder, faults);
}

} // namespace broadside::publish
