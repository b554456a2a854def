#include <emscripten/bind.h>

#include <cstddef>
#include <limits>

// Registers the types that cross between JavaScript and our functions. Embind's own registration (its bind.cpp, which
// -lembind links) has every type that C++ and JavaScript share, and the code for each of them would be in the loader.
namespace {

using namespace emscripten::internal;

const struct Registration {
  Registration() {
    using Limits = std::numeric_limits<std::size_t>;
    _embind_register_bool(TypeID<bool>::get(), "bool", sizeof(bool), true, false);
    _embind_register_integer(TypeID<std::size_t>::get(), "size_t", sizeof(std::size_t), Limits::min(), Limits::max());
  }
} registration;

} // namespace
