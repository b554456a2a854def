#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::reply {

/// The e-mail address as it is to be kept, with its host in the one form by which two are compared. The part before the
/// @ stays as it was typed: only its own host knows what is the same there. Nothing where it is no address.
///
/// Taken are addresses as HTML has them (4.10.5.1.5), quoted ones (RFC 5321, 4.1.2), and letters beyond ASCII in both
/// (RFC 6531).
std::optional<std::string> as_email(std::string_view typed);

} // namespace broadside::reply
