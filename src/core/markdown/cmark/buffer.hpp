#pragma once

#include <cstdint>
#include <string_view>

#include <buffer.h>

namespace broadside::markdown {

inline std::string_view view(const std::uint8_t* bytes, bufsize_t size) {
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

inline void put(cmark_strbuf* buffer, std::string_view text) {
  cmark_strbuf_put(buffer, reinterpret_cast<const unsigned char*>(text.data()), static_cast<bufsize_t>(text.size()));
}

} // namespace broadside::markdown
