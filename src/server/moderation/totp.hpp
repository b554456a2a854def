#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// One-time codes of six digits, as apps for them make them (TOTP, RFC 6238, with HMAC-SHA-1): a new one begins every
/// 30 seconds.
namespace broadside::server::moderation {

/// Returns 20 random bytes, which the app and the server share, in Base32.
std::string random_totp_secret();

/// Returns the address that apps read, as text or as a QR code: "otpauth://totp/…".
std::string totp_address(std::string_view moderator, std::string_view secret);

/// Returns the code of a step of time, which is the number of half minutes since 1970.
std::string totp_code(std::string_view secret, std::int64_t step);

/// Returns the step whose code that is: the present one, the one before or the one after, since clocks differ and
/// people take their time. Spaces in the code do not count.
std::optional<std::int64_t> totp_step_of(std::string_view code, std::string_view secret, std::int64_t unix_time);

} // namespace broadside::server::moderation
