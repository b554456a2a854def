#include "server/desk/media_type.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace broadside::server::desk {

namespace {

constexpr std::pair<std::string_view, std::string_view> media_types[] = {
    {".avif", "image/avif"},
    {".css", "text/css; charset=utf-8"},
    {".gif", "image/gif"},
    {".html", "text/html; charset=utf-8"},
    {".jpeg", "image/jpeg"},
    {".jpg", "image/jpeg"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".mp3", "audio/mpeg"},
    {".mp4", "video/mp4"},
    {".pdf", "application/pdf"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".txt", "text/plain; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".webp", "image/webp"},
    {".xml", "application/xml"},
};

} // namespace

std::string_view media_type_of(std::string_view name) {
  const auto* const found = std::find_if(std::begin(media_types), std::end(media_types),
                                         [&](const auto& type) { return name.ends_with(type.first); });
  return found == std::end(media_types) ? "application/octet-stream" : found->second;
}

} // namespace broadside::server::desk
