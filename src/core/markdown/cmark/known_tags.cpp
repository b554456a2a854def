#include "core/markdown/cmark/known_tags.h"

#include "core/html/element_names.hpp"
#include "core/markdown/cmark/buffer.hpp"

int broadside_is_element_name(const unsigned char* name, std::int32_t length) {
  return broadside::html::is_element_name(broadside::markdown::view(name, length)) ? 1 : 0;
}
