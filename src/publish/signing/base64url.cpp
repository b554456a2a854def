#include "publish/signing/base64url.hpp"

#include <sodium.h>

namespace broadside::publish {

std::string base64url(const unsigned char* bytes, std::size_t count) {
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(count, variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes, count, variant);
  // libsodium counts the null character, too.
  text.pop_back();
  return text;
}

std::string base64url(std::string_view bytes) {
  return base64url(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

} // namespace broadside::publish
