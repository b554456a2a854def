#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::reply {

/// Returns whether the text could name a host: labels of letters, digits and hyphens in any script, with dots between
/// them.
bool is_host(std::string_view text);

/// Returns the one form of a host name in which two are compared: lower case, in its own script.
/// "xn--bcher-kva.example" and "BÜCHER.example" are "bücher.example". Returns nothing if it is not a host name.
///
/// It is not the form of DNS ("xn--…"), because decoding needs no tables, while encoding is right only after all of
/// Unicode's mappings for names (UTS #46), whose tables are larger than everything else that the core knows about
/// characters. Programs that send mail have them.
std::optional<std::string> normal_host(std::string_view text);

} // namespace broadside::reply
