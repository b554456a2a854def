#include "publish/pages/frame_script.hpp"

namespace broadside::publish {

std::string_view frame_script() {
#define EMBEDDED(name, text) text
  return
#include "embedded/frame_script.def"
      ;
#undef EMBEDDED
}

} // namespace broadside::publish
