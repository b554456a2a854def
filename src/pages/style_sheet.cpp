#include "pages/style_sheet.hpp"

namespace broadside::pages {

std::string_view style_sheet() {
#define EMBEDDED(name, text) text
  return
#include "embedded/style_sheet.def"
      ;
#undef EMBEDDED
}

} // namespace broadside::pages
