#pragma once

#include "core/lint/remark.hpp"
#include "core/lint/source.hpp"

#include <string_view>
#include <vector>

namespace broadside::lint {

/// Returns the changes that turn an admonition into an alert of the kind, such as "NOTE". The admonition's marker
/// stands at the start of a line and its text is indented below it: "!!! note". The list is empty if there is no text.
std::vector<Edit> indented_as_alert(const Source&, int marker, std::string_view kind);

/// Returns the same changes for an admonition between lines of colons: "::: note". The list is empty if no such line
/// closes it, or if it contains other admonitions.
std::vector<Edit> fenced_as_alert(const Source&, int marker, std::string_view kind);

} // namespace broadside::lint
