#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::reply {

/// Returns the e-mail address as it is to be kept, with its host in the one form in which two hosts are compared. The
/// part before the @ stays as it was typed, since only its host knows which of these are equal. Returns nothing if it
/// is not an address.
///
/// Accepted are addresses as in HTML (4.10.5.1.5), quoted ones (RFC 5321, 4.1.2), and letters beyond ASCII in both
/// parts (RFC 6531).
std::optional<std::string> as_email(std::string_view typed);

} // namespace broadside::reply
