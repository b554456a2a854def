#pragma once

#include "publish/values/fields.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace broadside::publish {

using Names = std::initializer_list<std::string_view>;

/// Returns the known name of which `written` is probably a misspelling: one that differs by a letter or two (left out,
/// added, changed or swapped), or only by case. Returns nullopt if none is near enough, for names that begin with "x-",
/// which are the publisher's own, and for names that other systems know ("tags", "slug").
std::optional<std::string> meant_by(std::string_view written, Names known);

/// Warns of each member that is probably a misspelling of a known name, and names that one. Warnings: unknown-member.
void warn_of_slips(const Fields&, Names known, Faults&);

} // namespace broadside::publish
