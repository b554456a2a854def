#pragma once

#include "core/error.hpp"
#include "core/html/url.hpp"
#include "core/html/vocabulary.hpp"
#include "core/json/cursor.hpp"
#include "core/markdown/options.hpp"
#include "core/reply/thread_policy.hpp"
#include "core/words.hpp"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::article {

struct Picture {
  html::Url src;
  /// The text that stands for the picture if it cannot be seen. It is empty for an ornament, and nothing if nobody
  /// said.
  std::optional<std::string> alt;
  std::string caption, credit;
  /// The size is in CSS pixels.
  std::optional<int> width, height;
};

/// One language's text of an article.
struct Translation {
  /// A well-formed BCP 47 tag.
  std::string language;
  std::string title, dek;
  std::vector<std::string> authors;
  std::optional<Picture> lead;
  std::string markdown;
  /// The address of its own page on the publisher's site.
  std::optional<html::Url> url;
  /// The date on which its text was last changed, as RFC 3339 has it, with or without a time. It is empty if not known.
  std::string modified;
  /// The language from which it was translated, if it is not the article's default.
  std::string original;
  /// True if a machine translated it.
  bool machine = false;
  /// The address of the whole translation, if it is not here. Then there is no `markdown`, and no other member is
  /// required.
  std::optional<html::Url> href;
};

struct Publisher {
  std::string name;
  std::optional<html::Url> url;
};

/// The words for whether an article takes replies.
constexpr Words<bool, 2> replies_words = {{{"open", true}, {"closed", false}}};

struct Replies {
  html::Url endpoint;
  bool open;
  reply::ThreadPolicy threads = reply::ThreadPolicy::shared;
  /// The number of levels that a thread shows below each other.
  int depth = reply::default_thread_depth;
};

struct Article {
  std::string id;
  std::optional<html::Url> canonical;
  std::string default_language;
  Publisher publisher;
  std::string license;
  /// The dates are RFC 3339 dates, with or without a time, or empty if not known.
  std::string published, modified;
  markdown::RawHtml raw_html = markdown::default_raw_html(markdown::Profile::article);
  markdown::Typography typography = markdown::Typography::plain;
  /// There is at least one. They are in the document's order.
  std::vector<Translation> translations;
  std::optional<Replies> replies;
  /// The sizes of the pictures in the translations' Markdown.
  markdown::PictureSizes picture_sizes;

  /// Returns the translation of exactly that tag, or nullptr.
  const Translation* find(std::string_view language) const;
  /// Returns the translation of exactly that tag, or else that in the default language.
  const Translation& find_or_default(std::string_view language) const;
  /// Returns the text that a translation was made from. Returns nullptr if the translation is an original itself, or
  /// its original is not here.
  const Translation* original_of(const Translation&) const;
};

constexpr std::size_t most_translations = 200;
constexpr int widest_picture = html::widest_picture; // in CSS pixels, and as high

// These lengths are in bytes.
constexpr std::size_t longest_line = json::usual_length; // a title, a name, a credit
constexpr std::size_t longest_paragraph = 5000;
constexpr std::size_t longest_address = 4000;
constexpr std::size_t longest_markdown = std::size_t{2} << 20U; // of one translation
constexpr std::string_view longest_markdown_rule = "must be at most 2 MiB (2,097,152 bytes)";

/// Returns whether it can name an article in addresses and in folders.
bool is_id(std::string_view);
/// The rule in words, for messages.
constexpr std::string_view id_rule = "1 to 100 of a-z, 0-9 and hyphens";

/// Reads article.json (docs/article-json.md). Relative addresses are made absolute against `base`, the address of the
/// file, if it is given. Unknown members are ignored; `view` is skipped. Errors name the member: those of json::parse
/// and json::Cursor, and malformed, unsafe-address, no-translations, too-many-translations, unknown-version.
tl::expected<Article, Error> parse(std::string_view json, const html::Url* base = nullptr);

/// Reads an article from a JSON document that has been parsed. Errors are noted in the cursor's reading.
Article read(const json::Cursor&, const html::Url* base = nullptr);

/// Writes article.json. `views` holds each translation's tree (JsonML), in the translations' order; an empty one is
/// left out. For a translation with an `href` it writes what is useful before that is fetched.
std::string write(const Article&, const std::vector<std::string>& views);

/// Writes a translation's own file, to which `href` leads.
std::string write(const Translation&, const std::string& view);

} // namespace broadside::article
