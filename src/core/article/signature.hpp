#pragma once

#include <cstddef>

namespace broadside::article {

/// The name of the file beside article.json in which the publisher signs it (docs/signing.md).
constexpr const char* signature_file = "article.sig.json";

/// The bytes of that file. WebKitGTK crashes when it verifies 100,000 bytes.
constexpr std::size_t longest_signature = 65'536;

} // namespace broadside::article
