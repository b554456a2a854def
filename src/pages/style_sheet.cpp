#include "pages/style_sheet.hpp"

namespace broadside::pages {

std::string_view style_sheet() {
#define EMBEDDED(name, text) text
  return
#include "embedded/style_sheet.def"
      ;
#undef EMBEDDED
}

std::string_view moderation_style() {
#define EMBEDDED(name, text) text
  return
#include "embedded/moderation_style.def"
      ;
#undef EMBEDDED
}

std::string_view moderation_keys() {
#define EMBEDDED(name, text) text
  return
#include "embedded/moderation_keys.def"
      ;
#undef EMBEDDED
}

#define EMBEDDED(name, css, hash)                                                                                      \
  { css, hash }

InlineStyle text_style() {
  return
#include "embedded/text_style.def"
      ;
}

InlineStyle apart_style() {
  return
#include "embedded/apart_style.def"
      ;
}
#undef EMBEDDED

} // namespace broadside::pages
