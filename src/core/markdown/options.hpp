#pragma once

#include "core/ascii.hpp"
#include "core/html/url.hpp"
#include "core/markdown/picture_sizes.hpp"
#include "core/words.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace broadside::markdown {

/// The dialect of Markdown that a text is written in.
enum class Profile : std::uint8_t {
  // GFM, as Broadside shows an article's body.
  article,
  // CommonMark 0.31 alone.
  commonmark,
  // CommonMark with GitHub's tables, strikethrough, task lists, autolinks and footnotes.
  gfm,
  // GFM from a stranger: links are marked, pictures become links, there are no footnotes, and raw HTML is text.
  reply,
};

/// Returns whether the profile is kept to its specification's letter.
constexpr bool is_bare(Profile profile) { return profile == Profile::commonmark || profile == Profile::gfm; }

/// Returns whether the profile has footnotes.
constexpr bool has_footnotes(Profile profile) { return profile == Profile::article || profile == Profile::gfm; }

/// The ways to treat raw HTML. Comments always vanish.
enum class RawHtml : std::uint8_t {
  drop,     // an inline tag vanishes; a block vanishes as a whole
  escape,   // it is shown as the text that was written
  sanitize, // it is reduced to the content vocabulary
};

/// Returns the mode for raw HTML in a profile where nobody has chosen one: of an article nothing is lost that readers
/// may have.
constexpr RawHtml default_raw_html(Profile profile) {
  return profile == Profile::article ? RawHtml::sanitize : RawHtml::drop;
}

enum class Typography : std::uint8_t {
  plain, // as it was typed
  smart, // quotes in the style of the language, dashes for -- and ---, an ellipsis for three full stops
};

/// The forms in which a text can be rendered.
enum class Output : std::uint8_t {
  html, // text
  tree, // JsonML: a `div` around the rendered text
};

constexpr Words<Output, 2> output_words = {{{"html", Output::html}, {"tree", Output::tree}}};
constexpr Words<Profile, 4> profile_words = {{
    {"article", Profile::article},
    {"commonmark", Profile::commonmark},
    {"gfm", Profile::gfm},
    {"reply", Profile::reply},
}};
constexpr Words<RawHtml, 3> raw_html_words = {{
    {"drop", RawHtml::drop},
    {"escape", RawHtml::escape},
    {"sanitize", RawHtml::sanitize},
}};
constexpr Words<Typography, 2> typography_words = {{{"plain", Typography::plain}, {"smart", Typography::smart}}};

constexpr std::string_view id_prefix_rule = "must be of the letters a to z, digits and hyphens";
constexpr bool is_id_prefix(std::string_view text) {
  for (const char c : text)
    if (!is_alphanumeric(c) && c != '-')
      return false;
  return true;
}

struct Options {
  Profile profile = Profile::article;
  /// The absolute address against which relative ones are resolved. With nullptr they stay relative.
  const html::Url* base = nullptr;
  /// Headings above this level are lowered to it (2 if an article's title is the h1).
  int top_heading = 1;
  /// The mode of raw HTML. The default is the profile's. In a reply raw HTML is always escaped.
  std::optional<RawHtml> raw_html = std::nullopt;
  Typography typography = Typography::plain;
  /// The text's language (BCP 47), or empty. It decides on emphasis and line ends in Chinese, Japanese and Korean, and
  /// on the shape of quotes.
  std::string_view language = {};
  /// The language of our own words in an article's text, such as the label of an alert. If it is empty, they are in the
  /// text's language, as far as there are words in it.
  std::string_view words_language = {};
  /// The text after "article-" in ids, so that several texts can share a page; see is_id_prefix. The ids of a reply
  /// begin with "reply-". A reply without a prefix has none, since many replies share a page.
  std::string_view id_prefix = {};
  /// The known sizes of the text's pictures, or nullptr if none is known.
  const PictureSizes* picture_sizes = nullptr;
};

} // namespace broadside::markdown
