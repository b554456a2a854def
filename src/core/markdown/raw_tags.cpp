#include "core/markdown/raw_tags.hpp"

#include "core/ascii.hpp"
#include "core/html/content_model.hpp"
#include "core/markdown/addresses.hpp"
#include "core/markdown/bounds.hpp"

#include <algorithm>
#include <array>

namespace broadside::markdown {
namespace {

using html::Element;
using html::Tag;
using html::TextAttribute;
using html::UrlAttribute;

template <std::size_t n> bool contains(const std::array<std::string_view, n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 10> raw_text = {"iframe", "noembed", "noframes", "noscript", "plaintext",
                                                       "script", "style",   "textarea", "title",    "xmp"};
constexpr std::array<std::string_view, 10> dropped_whole = {"applet", "audio",  "canvas", "datalist", "math",
                                                            "object", "select", "svg",    "template", "video"};

// HTML, 16.2 "Non-conforming features", as far as articles still use them.
std::optional<Element> successor(std::string_view obsolete) {
  if (obsolete == "acronym")
    return Element::abbr;
  if (obsolete == "center")
    return Element::div;
  if (obsolete == "strike")
    return Element::s;
  return obsolete == "tt" ? std::optional(Element::code) : std::nullopt;
}

// Returns whether only the core's own trees have the element: landmarks, and a task's checkbox.
bool is_reserved(Element element) {
  return element == Element::input || element == Element::article || element == Element::header ||
         element == Element::nav;
}

int bound_of(Element element) {
  if (html::is_table_structure(element) || html::is_cell(element) || html::needs_parent(element))
    return element == Element::table ? container_bound : inline_bound;
  return html::closes_paragraph(element) ? container_bound : inline_bound;
}

// Returns the digits at the start (HTML, 2.3.4.4 "Percentages and lengths", without the percentages).
std::string_view pixels(std::string_view value) {
  const auto end = std::find_if_not(value.begin(), value.end(), is_digit);
  const auto digits = value.substr(0, static_cast<std::size_t>(end - value.begin()));
  return value.ends_with('%') ? std::string_view() : digits;
}

// Other functions write some attributes. An author may give no class of ours but a code's language.
bool is_copied(Element element, std::string_view attribute) {
  constexpr std::array<std::string_view, 7> apart = {"aria-current", "aria-label", "id",  "loading",
                                                     "decoding",     "rel",        "role"};
  return attribute == "class" ? element == Element::code : !contains(apart, attribute);
}

} // namespace

std::optional<Element> raw_element(std::string_view name) {
  const auto element = html::content_element(name);
  if (!element)
    return successor(name);
  return is_reserved(*element) ? std::nullopt : element;
}

bool holds_raw_text(std::string_view name) { return contains(raw_text, name); }

void RawTags::write(const Tag& tag) {
  if (is_in_dropped()) {
    pass_over(tag);
    return;
  }
  const std::size_t depth = composer_.open_elements().size();
  if (!tag.is_end)
    open(tag);
  else if (const auto element = raw_element(tag.name))
    composer_.close_raw(*element);
  if (composer_.open_elements().size() == depth)
    composer_.leave_out(html::joint_of(tag.name));
}

void RawTags::pass_over(const Tag& tag) {
  if (tag.name != dropped_)
    return;
  if (tag.is_end)
    --dropped_depth_;
  else if (!tag.closes_itself && !holds_raw_text(dropped_))
    ++dropped_depth_;
}

void RawTags::open(const Tag& tag) {
  if (holds_raw_text(tag.name) || contains(dropped_whole, tag.name)) {
    dropped_ = tag.name;
    dropped_depth_ = tag.closes_itself ? 0 : 1;
    return;
  }
  const auto element = raw_element(tag.name);
  if (!element)
    return;
  if (*element == Element::img)
    write_image(tag);
  else if (*element == Element::a)
    write_anchor(tag);
  else if (open_element(*element, tag) && (html::is_empty(*element) || tag.closes_itself))
    composer_.close_empty_raw();
}

// A picture with an unsafe address is written as its text.
void RawTags::write_image(const Tag& tag) {
  const std::string* src = tag.find("src");
  const auto url = src != nullptr ? html::Url::check(*src, options_.base) : std::nullopt;
  if (!url || !url->is_of_file()) {
    if (const std::string* alternative = tag.find("alt"))
      composer_.text(*alternative);
    return;
  }
  if (!composer_.open_raw(Element::img, inline_bound))
    return;
  composer_.attribute(UrlAttribute::src, *url);
  write_attributes(Element::img, tag);
  write_size(*url, tag);
  composer_.attribute(TextAttribute::loading, "lazy");
  composer_.attribute(TextAttribute::decoding, "async");
  composer_.close_empty_raw();
}

// A size that the author states takes precedence.
void RawTags::write_size(const html::Url& url, const Tag& tag) {
  const auto* const size = options_.picture_sizes != nullptr ? options_.picture_sizes->find(url) : nullptr;
  if (size == nullptr || tag.find("width") != nullptr || tag.find("height") != nullptr)
    return;
  composer_.attribute(TextAttribute::width, std::to_string(size->width));
  composer_.attribute(TextAttribute::height, std::to_string(size->height));
}

// Writes a link, or without an address a place to which links can lead.
void RawTags::write_anchor(const Tag& tag) {
  if (const std::string* href = tag.find("href")) {
    const auto url = link_address(*href, options_, ids_);
    if (!url || !composer_.open_raw(Element::a, inline_bound))
      return;
    composer_.attribute(UrlAttribute::href, *url);
    write_attributes(Element::a, tag);
    if (tag.closes_itself)
      composer_.close_empty_raw();
    return;
  }
  const std::string id = chosen_id(tag);
  if (id.empty() || !composer_.open_raw(Element::span, inline_bound))
    return;
  composer_.attribute(TextAttribute::id, id);
  composer_.close_empty_raw();
}

bool RawTags::open_element(Element element, const Tag& tag) {
  const std::string* markdown = tag.find("markdown");
  if (!composer_.open_raw(element, bound_of(element), markdown != nullptr && *markdown != "0"))
    return false;
  write_attributes(element, tag);
  if (tag.name == "center")
    composer_.attribute(TextAttribute::align, "center");
  return true;
}

void RawTags::write_attributes(Element element, const Tag& tag) {
  if (const std::string id = chosen_id(tag); !id.empty())
    composer_.attribute(TextAttribute::id, id);
  for (const auto& [name, text] : tag.attributes) {
    const auto attribute = html::text_attribute(name);
    const bool is_size = attribute == TextAttribute::width || attribute == TextAttribute::height;
    const std::string_view value = is_size ? pixels(text) : std::string_view(text);
    if (attribute && is_copied(element, name) && html::content_accepts(element, *attribute, value))
      composer_.attribute(*attribute, value);
  }
}

std::string RawTags::chosen_id(const Tag& tag) {
  const std::string* id = tag.find("id");
  if (id == nullptr && tag.name == "a")
    id = tag.find("name");
  const bool is_id = id != nullptr && std::none_of(id->begin(), id->end(), is_space);
  return is_id ? ids_.chosen(*id) : "";
}

} // namespace broadside::markdown
