#include "core/markdown/typography.hpp"

#include "core/ascii.hpp"
#include "core/language/elisions.hpp"
#include "core/unicode/character.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <utility>

namespace broadside::markdown {
namespace {

constexpr char32_t block_start = U'\n';
constexpr char32_t object = U'\uFFFC'; // "object replacement character"

bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_word(char32_t c) { return c != 0 && !unicode::is_space(c) && (c == object || !unicode::is_punctuation(c)); }

// Returns whether a quotation can start after the character.
bool opens(char32_t c) {
  return unicode::is_space(c) || std::u32string_view(U"([{<-–—/=|“‘«„‚‹¿¡\u200B").find(c) != std::u32string_view::npos;
}

// Returns 0 at the end of the text, after which more may come.
char32_t first_of(std::string_view text) { return first_character(text).value; }

std::size_t run_length(std::string_view text) { return std::min(text.find_first_not_of(text[0]), text.size()); }

// Returns whether the text is a year without its century: '90s, '68.
bool is_year(std::string_view after) {
  if (after.size() < 2 || !is_digit(after[0]) || !is_digit(after[1]))
    return false;
  after.remove_prefix(2);
  if (!after.empty() && after[0] == 's')
    after.remove_prefix(1);
  return after.empty() || (after[0] != '\'' && !is_word(first_of(after)));
}

} // namespace

Typographer::Typographer(std::string_view language)
    : quotes_(language::quotes_of(language)), elisions_(language::elisions_of(language)) {}

void Typographer::begin_block() {
  before_ = block_start;
  in_double_ = in_single_ = false;
}

void Typographer::skip() { before_ = object; }

std::string Typographer::set(std::string_view text) {
  out_.clear();
  out_.reserve(text.size());
  while (!text.empty()) {
    std::size_t done = 0;
    if (text[0] == '"' && quotes_ != nullptr)
      done = set_double_quote(text);
    else if (text[0] == '\'' && quotes_ != nullptr)
      done = set_single_quote(text);
    else if (text[0] == '-')
      done = set_hyphens(text);
    else if (text[0] == '.')
      done = set_full_stops(text);
    else
      done = copy(text);
    text.remove_prefix(done);
  }
  return std::move(out_);
}

std::size_t Typographer::set_double_quote(std::string_view text) {
  const char32_t after = first_of(text.substr(1));
  const bool follows_elision = before_ == U'’' && is_word(after); // d'"or"
  if ((opens(before_) || follows_elision) && !unicode::is_space(after)) {
    in_double_ = true;
    return put_open(quotes_->open);
  }
  if (std::exchange(in_double_, false))
    return put_close(quotes_->close);
  const bool is_inches = is_ascii_digit(before_);
  const bool is_alone = opens(before_) || (is_word(before_) && is_word(after));
  return is_inches || is_alone ? keep(1, text) : put_close(quotes_->close);
}

std::size_t Typographer::set_single_quote(std::string_view text) {
  const std::string_view rest = text.substr(1);
  const char32_t after = first_of(rest);
  if (opens(before_)) {
    if (unicode::is_space(after))
      return keep(1, text);
    if (is_year(rest) || is_elision(rest))
      return put_apostrophe();
    in_single_ = true;
    return put_open(quotes_->inner_open);
  }
  if (is_ascii_digit(before_) && is_ascii_digit(after))
    return keep(1, text);
  if (is_word(before_) && is_word(after))
    return put_apostrophe();
  if (std::exchange(in_single_, false))
    return put_close(quotes_->inner_close);
  const bool is_feet = is_ascii_digit(before_);
  return is_feet ? keep(1, text) : put_apostrophe();
}

// Two or three hyphens become a dash. More are a drawing, and two before a word are an option of a command.
std::size_t Typographer::set_hyphens(std::string_view text) {
  const std::size_t count = run_length(text);
  if (count == 3)
    return put("—", U'—', count);
  const bool is_option = unicode::is_space(before_) && is_word(first_of(text.substr(count)));
  return count == 2 && !is_option ? put("–", U'–', count) : keep(count, text);
}

// Three full stops become an ellipsis, and may be followed by the sentence's own.
std::size_t Typographer::set_full_stops(std::string_view text) {
  const std::size_t count = run_length(text);
  return count == 3 || count == 4 ? put("…", U'…', 3) : keep(count, text);
}

std::size_t Typographer::copy(std::string_view text) {
  const std::size_t plain = std::min(text.find_first_of("\"'-."), text.size());
  if (plain == 0)
    return keep(1, text);
  std::size_t last = plain - 1;
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U)
    --last;
  keep(plain, text);
  const std::string_view mark = text.substr(last, plain - last);
  before_ = first_of(mark);
  // The author has typed this mark as such. In Swedish one shape both opens and closes.
  if (quotes_ != nullptr && (mark == quotes_->close || mark == quotes_->inner_close))
    before_ = U')';
  return plain;
}

std::size_t Typographer::put(std::string_view mark, char32_t as_if, std::size_t length) {
  out_ += mark;
  before_ = as_if;
  return length;
}

std::size_t Typographer::put_open(std::string_view mark) { return put(mark, U'(', 1); }

std::size_t Typographer::put_close(std::string_view mark) { return put(mark, U')', 1); }

std::size_t Typographer::put_apostrophe() { return put("’", U'’', 1); }

std::size_t Typographer::keep(std::size_t length, std::string_view text) {
  return put(text.substr(0, length), static_cast<unsigned char>(text[length - 1]), length);
}

bool Typographer::is_elision(std::string_view after) const {
  std::size_t length = 0;
  while (length < after.size() && length < 6 && is_alpha(after[length]))
    ++length;
  if (length == 0 || is_word(first_of(after.substr(length))))
    return false;
  const std::string word = lowered(after.substr(0, length));
  // 'n' is an elision at both ends; any other word between two marks is quoted.
  const bool is_quoted = after.substr(length, 1) == "'" && word != "n";
  return !is_quoted && elisions_.find(" " + word + " ") != std::string_view::npos;
}

} // namespace broadside::markdown
