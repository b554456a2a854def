#include "core/language/endonym.hpp"

#include "core/language/lookup.hpp"

#include <optional>
#include <string>

namespace broadside::language {
namespace {

// All in one text, "\naf\tAfrikaans\nak\t…": as a table of pairs it would be half as long again.
constexpr std::string_view names =
#define ENDONYM(tag, name) "\n" tag "\t" name
#include "core/language/endonyms.def"
#undef ENDONYM
    "\n";

std::optional<std::string_view> find(std::string_view tag) {
  const std::string start = "\n" + std::string(tag) + "\t";
  const auto at = names.find(start);
  if (tag.empty() || at == std::string_view::npos)
    return std::nullopt;
  const auto name = names.substr(at + start.size());
  return name.substr(0, name.find('\n'));
}

} // namespace

std::string_view endonym(std::string_view tag) { return lookup(tag, find).value_or(tag); }

} // namespace broadside::language
