#include "core/html/element_names.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <iterator>

namespace broadside::html {
namespace {

constexpr std::string_view names[] = {
#include "core/html/element_names.def"
};
static_assert(std::is_sorted(std::begin(names), std::end(names)));

} // namespace

bool is_element_name(std::string_view name) {
  return std::binary_search(std::begin(names), std::end(names), lowered(name));
}

} // namespace broadside::html
