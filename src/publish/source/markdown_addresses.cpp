#include "publish/source/markdown_addresses.hpp"

#include "core/html/tag_reader.hpp"
#include "core/html/url.hpp"
#include "core/markdown/each_node.hpp"
#include "core/markdown/parse.hpp"
#include "core/markdown/raw_tags.hpp"
#include "publish/source/content_file.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

// Returns the publisher's file that a picture's address names if the build does not copy it, and nullopt otherwise.
std::optional<std::string> missing_file(const html::Url& url, const fs::path& article_folder) {
  auto path = relative_path(url);
  return path && find_content_file(article_folder, *path) ? std::nullopt : path;
}

std::string missing(const std::string& path) { return "the picture \"" + path + "\" does not exist"; }

void check_picture_file(const std::optional<html::Url>& url, const Location& location, const fs::path& folder,
                        Faults& faults) {
  if (const auto path = url ? missing_file(*url, folder) : std::nullopt)
    faults.add(location, "missing-picture", missing(*path));
}

void check_raw_pictures(std::string_view html, Location location, const fs::path& folder, Faults& faults) {
  html::TagReader reader(html);
  while (const auto piece = reader.next()) {
    const std::string* const src = piece->tag.name == "img" ? piece->tag.find("src") : nullptr;
    const auto url = src != nullptr ? html::Url::check(*src) : std::nullopt;
    if (const auto path = url ? missing_file(*url, folder) : std::nullopt)
      faults.warn(location, "missing-picture", missing(*path));
    if (!piece->tag.is_end && markdown::holds_raw_text(piece->tag.name))
      reader.skip_raw_text(piece->tag.name);
    location.line += static_cast<int>(std::count(piece->source.begin(), piece->source.end(), '\n'));
  }
}

void check_node(cmark_node* node, markdown::RawHtml raw_html, const Location& start, const fs::path& folder,
                Faults& faults) {
  const Location location{start.file, start.line + cmark_node_get_start_line(node) - 1};
  const cmark_node_type type = cmark_node_get_type(node);
  const bool is_raw = type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
  if (is_raw && raw_html == markdown::RawHtml::sanitize)
    check_raw_pictures(cmark_node_get_literal(node), location, folder, faults);
  if (type == CMARK_NODE_IMAGE)
    check_picture_file(html::Url::check(cmark_node_get_url(node)), location, folder, faults);
}

} // namespace

void check_picture(std::string_view address, const Location& location, const fs::path& article_folder, Faults& faults) {
  const auto url = html::Url::check(address);
  if (!url || !url->is_of_file())
    faults.add(location, "unsafe-address",
               "the picture's address \"" + std::string(address) + "\" must be http, https or relative");
  else
    check_picture_file(url, location, article_folder, faults);
}

lint::Options lint_options(markdown::RawHtml raw_html, const fs::path& article_folder) {
  return {.raw_html = raw_html, .has_file = [article_folder](std::string_view address) {
            const auto url = html::Url::check(address);
            const auto path = url ? relative_path(*url) : std::nullopt;
            return path && find_content_file(article_folder, *path);
          }};
}

void check_addresses(cmark_node* document, markdown::RawHtml raw_html, const Location& start,
                     const fs::path& article_folder, Faults& faults) {
  markdown::for_each_node(document,
                          [&](cmark_node* node) { check_node(node, raw_html, start, article_folder, faults); });
}

} // namespace broadside::publish
