#include "core/markdown/pictures.hpp"

#include "core/html/link_relation.hpp"
#include "core/markdown/bounds.hpp"
#include "core/markdown/nodes.hpp"

#include <utility>

namespace broadside::markdown {

using html::Element;
using html::TextAttribute;
using html::UrlAttribute;

void Pictures::enter(cmark_node* image) {
  image_ = image;
  description_.clear();
}

// CommonMark, 6.4: only the text of an image description is used.
void Pictures::describe(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_TEXT:
  case CMARK_NODE_CODE:
    description_ += literal(node);
    break;
  case CMARK_NODE_SOFTBREAK:
  case CMARK_NODE_LINEBREAK:
    description_ += ' ';
    break;
  default:
    break;
  }
}

void Pictures::write(bool in_link) {
  cmark_node* image = std::exchange(image_, nullptr);
  const auto url = html::Url::check(address(image), options_.base);
  const bool can_be_shown = url && url->is_of_file();
  const bool is_lone = options_.profile == Profile::article && is_lone_image(image);
  prose_.skip();
  if (url && options_.profile == Profile::reply) {
    write_link(*url, in_link);
  } else if (can_be_shown && is_lone && composer_.open(Element::figure, block_bound)) {
    composer_.open(Element::img, inline_bound);
    write_image(*url, {});
    write_caption(title(image));
    composer_.close();
  } else if (can_be_shown && !is_lone && composer_.open(Element::img, inline_bound)) {
    write_image(*url, title(image));
  } else {
    write_description(is_lone);
  }
}

// Takes the content of an open image, and closes it.
void Pictures::write_image(const html::Url& url, std::string_view title) {
  composer_.attribute(UrlAttribute::src, url);
  composer_.attribute(TextAttribute::alt, description_);
  if (!title.empty())
    composer_.attribute(TextAttribute::title, title);
  write_size(url);
  if (options_.profile == Profile::article) {
    composer_.attribute(TextAttribute::loading, "lazy");
    composer_.attribute(TextAttribute::decoding, "async");
  }
  composer_.close();
}

void Pictures::write_size(const html::Url& url) {
  const auto* const size = options_.picture_sizes != nullptr ? options_.picture_sizes->find(url) : nullptr;
  if (size == nullptr)
    return;
  composer_.attribute(TextAttribute::width, std::to_string(size->width));
  composer_.attribute(TextAttribute::height, std::to_string(size->height));
}

void Pictures::write_caption(std::string_view title) {
  if (title.empty())
    return;
  composer_.open(Element::figcaption, inline_bound);
  prose_.begin_block();
  prose_.words(title);
  composer_.close();
}

// Writes a picture in a reply as a link, since it must not make a reader's browser send a request to a stranger's
// server.
void Pictures::write_link(const html::Url& url, bool in_link) {
  const bool is_open = !in_link && composer_.open(Element::a, inline_bound);
  if (is_open) {
    composer_.attribute(UrlAttribute::href, url);
    composer_.attribute(TextAttribute::rel, html::readers_link);
  }
  composer_.text(description_.empty() ? url.text() : description_);
  if (is_open)
    composer_.close();
}

// Writes the text for a picture that cannot be shown.
void Pictures::write_description(bool is_lone) {
  const bool is_open = is_lone && composer_.open(Element::p, block_bound);
  composer_.text(description_);
  if (is_open)
    composer_.close();
}

} // namespace broadside::markdown
