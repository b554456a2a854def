#pragma once

#include <string_view>

namespace broadside::language {

/// The marks that a language uses for quotations.
struct Quotes {
  std::string_view open, close;
  /// The marks for what is typed as a single mark, which is mostly a quotation within a quotation.
  std::string_view inner_open, inner_close;
};

/// Returns the marks of the language with this tag (BCP 47), or nullptr if they are not known.
const Quotes* quotes_of(std::string_view language);

} // namespace broadside::language
