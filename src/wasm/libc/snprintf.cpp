#include <cstdarg>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string_view>

// The C library's function would bring the printing of fractions with it. The only caller in the core is nlohmann_json,
// which writes a control character so where a text is no JSON.
extern "C" int snprintf(char* out, std::size_t size, const char* format, ...) {
  constexpr std::string_view control_character = "<U+XXXX>";
  if (std::string_view(format) != "<U+%.4X>" || size <= control_character.size())
    std::abort();
  std::va_list arguments;
  va_start(arguments, format);
  auto value = va_arg(arguments, unsigned);
  va_end(arguments);
  control_character.copy(out, control_character.size());
  out[control_character.size()] = '\0';
  for (char* digit = out + 6; digit >= out + 3; --digit, value >>= 4U)
    *digit = "0123456789ABCDEF"[value & 0xFU];
  return static_cast<int>(control_character.size());
}
