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
  article,    // GFM, as Broadside shows an article's body
  commonmark, // CommonMark 0.31, bare
  gfm,        // and GitHub's tables, strikethrough, task lists, autolinks and footnotes
  reply,      // GFM from a stranger: links are marked as such, pictures become links, no footnotes, raw HTML is text
};

/// Returns whether the profile is kept to its specification's letter.
constexpr bool is_bare(Profile profile) { return profile == Profile::commonmark || profile == Profile::gfm; }

/// Returns whether the profile has footnotes.
constexpr bool has_footnotes(Profile profile) { return profile == Profile::article || profile == Profile::gfm; }

/// The ways to treat raw HTML. Comments always vanish.
enum class RawHtml : std::uint8_t {
  drop,     // it vanishes: inline, its tags; in blocks, the block
  escape,   // it is shown as the text that it is written with
  sanitize, // it becomes what the content vocabulary has of it
};

/// Returns the mode for raw HTML in a profile where nobody has chosen one: of an article nothing is lost that readers
/// may have.
constexpr RawHtml usual_raw_html(Profile profile) {
  return profile == Profile::article ? RawHtml::sanitize : RawHtml::drop;
}

enum class Typography : std::uint8_t {
  plain, // as it was typed
  smart, // quotes as the language has them, dashes for -- and ---, an ellipsis for three full stops
};

/// The forms that a rendered text is asked for in.
enum class Output : std::uint8_t {
  html, // text
  tree, // JsonML: a `div` around what the text becomes
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
  /// The address that relative ones are resolved against, which must be absolute; nullptr: they stay relative.
  const html::Url* base = nullptr;
  /// Headings above this level are brought down to it (2 where an article's title is the h1).
  int top_heading = 1;
  /// If it is nothing, the profile's default holds. In a reply raw HTML is escaped, whatever this says.
  std::optional<RawHtml> raw_html = std::nullopt;
  Typography typography = Typography::plain;
  /// The text's language (BCP 47), or empty: it decides on emphasis and line ends in Chinese, Japanese and Korean, and
  /// on the shape of quotes.
  std::string_view language = {};
  /// The language that words of ours in an article's text are in, such as the label of an alert; empty: the text's
  /// own, as far as there are words in it.
  std::string_view words_language = {};
  /// The text that ids have after "article-", so that several texts can share a page; see is_id_prefix. Those of a
  /// reply begin with "reply-", and without a prefix a reply has none, since many of them share a page.
  std::string_view id_prefix = {};
  /// The sizes of the text's pictures, as far as they are known; nullptr where none is.
  const PictureSizes* picture_sizes = nullptr;
};

} // namespace broadside::markdown
