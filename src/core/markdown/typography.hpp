#pragma once

#include "core/language/quotes.hpp"

#include <string>
#include <string_view>

namespace broadside::markdown {

/// Sets typed text as a printer would: quotes in the style of the language, an apostrophe for ', – for --, — for ---, …
/// for three full stops. Marks that an author has typed as such stay, and so do feet and inches. In a language whose
/// quotes are not known, the straight ones stay.
///
/// It is given the texts of a block in their order, a line's end as "
/// ", and never code or addresses.
class Typographer {
public:
  /// Takes the language as a tag (BCP 47), or an empty text.
  explicit Typographer(std::string_view language);

  /// Returns the text as it is to be shown.
  std::string set(std::string_view text);
  /// Begins a block, in which no quotation is open yet.
  void begin_block();
  /// Notes something that is not such text: code, a picture.
  void skip();

private:
  std::size_t set_double_quote(std::string_view text);
  std::size_t set_single_quote(std::string_view text);
  std::size_t set_hyphens(std::string_view text);
  std::size_t set_full_stops(std::string_view text);
  std::size_t copy(std::string_view text);

  std::size_t put(std::string_view mark, char32_t as_if, std::size_t length);
  std::size_t put_open(std::string_view mark);
  std::size_t put_close(std::string_view mark);
  std::size_t put_apostrophe();
  std::size_t keep(std::size_t length, std::string_view text);
  bool is_elision(std::string_view after) const;

  const language::Quotes* quotes_;
  std::string_view elisions_;
  std::string out_;
  /// The character before: a bracket for a quotation mark that opens or closes, whichever it is in the language.
  char32_t before_ = U'\n';
  bool in_double_ = false;
  bool in_single_ = false;
};

} // namespace broadside::markdown
