#pragma once

#include "core/lint/remark.hpp"
#include "core/lint/source.hpp"

#include <string_view>
#include <vector>

namespace broadside::lint {

/// Returns the changes that make an alert of the kind, such as "NOTE", of the admonition whose marker stands at the
/// start of a line and whose text is indented below it: "!!! note". Empty where no text is.
std::vector<Edit> indented_as_alert(const Source&, int marker, std::string_view kind);

/// Returns the same of an admonition between lines of colons: "::: note". Empty where no such line closes it, or others
/// stand in it.
std::vector<Edit> fenced_as_alert(const Source&, int marker, std::string_view kind);

} // namespace broadside::lint
