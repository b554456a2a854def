#pragma once

#include <string_view>

namespace broadside::server::desk {

// Returns the media type of a file by its name, as a value of Content-Type.
std::string_view media_type_of(std::string_view name);

} // namespace broadside::server::desk
