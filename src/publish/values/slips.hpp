#pragma once

#include "publish/values/fields.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace broadside::publish {

using Names = std::initializer_list<std::string_view>;

/// Returns the one of these names that was probably meant by another: one that differs by a letter or two (left out,
/// added, changed, or two in the other's place), or by the case alone. Nothing where none is near enough, for names
/// that begin with "x-", which are the publisher's own, and for those that other systems know ("tags", "slug").
std::optional<std::string> meant_by(std::string_view written, Names known);

/// Says of each member that is none of these, and probably was to be one, which it was to be. Warnings: unknown-member.
void warn_of_slips(const Fields&, Names known, Faults&);

} // namespace broadside::publish
