#include "publish/pictures/preview_picture.hpp"

#include "core/ascii.hpp"

namespace broadside::publish {

bool is_shown_in_previews(const html::Url& picture) {
  const std::string path = lowered(picture.text().substr(0, picture.text().find_first_of("?#")));
  return !path.ends_with(".svg") && !path.ends_with(".svgz");
}

} // namespace broadside::publish
