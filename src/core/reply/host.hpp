#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::reply {

/// Returns whether the text could name a host: labels of letters, digits and hyphens in any script, with dots between
/// them.
bool is_host(std::string_view text);

/// The one form of a host's name by which two are compared: lower case, in its own script. "xn--bcher-kva.example" and
/// "BÜCHER.example" are "bücher.example". Nothing where it is no host's name.
///
/// It is this form and not that of DNS ("xn--…") because decoding needs no tables, while encoding is right only after
/// all of Unicode's mappings for names (UTS #46), whose tables are larger than everything else that the core knows of
/// characters. Who sends mail there has them.
std::optional<std::string> normal_host(std::string_view text);

} // namespace broadside::reply
