#include "messages/built_in_names.hpp"

namespace broadside::language {
namespace {

constexpr std::string_view tables =
#define ENDONYM(tag, name) "\n" tag "\t" name
#include "messages/endonyms.def"
#undef ENDONYM
    "\n"
#define QUALIFIER(tag, name) "\n" tag "\t" name
#include "messages/qualifiers.def"
#undef QUALIFIER
    "\n"
#define EMBEDDED(tag, label) "\n" tag "\t" label
#include "embedded/switch_labels.def"
#undef EMBEDDED
    "\n";

} // namespace

const Names& built_in_names() {
  static const Names names(tables);
  return names;
}

std::string_view built_in_name_tables() { return tables; }

} // namespace broadside::language
