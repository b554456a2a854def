#include <cstdlib>

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

// The C library's function would bring arithmetic with 128 bits with it, which rounds each fraction exactly. The only
// caller in the core is nlohmann_json, with a number of JSON's grammar. No number that the core takes has a fraction,
// so the last bit of one does not matter.
extern "C" double strtod(const char* text, char** end) {
  const bool is_negative = *text == '-';
  text += is_negative ? 1 : 0;
  double value = 0;
  int exponent = 0;
  for (; is_digit(*text); ++text)
    value = value * 10 + (*text - '0');
  if (*text == '.')
    for (++text; is_digit(*text); ++text, --exponent)
      value = value * 10 + (*text - '0');
  if (*text == 'e' || *text == 'E') {
    ++text;
    const bool is_divisor = *text == '-';
    text += *text == '-' || *text == '+' ? 1 : 0;
    int written = 0;
    for (; is_digit(*text); ++text)
      written = written < 10'000 ? written * 10 + (*text - '0') : written;
    exponent += is_divisor ? -written : written;
  }
  for (; exponent > 0 && value <= 1e308; --exponent)
    value *= 10;
  for (; exponent < 0 && value > 0; ++exponent)
    value /= 10;
  *end = const_cast<char*>(text);
  return is_negative ? -value : value;
}

// The linker would take the C library's file for these, which nothing calls.
extern "C" float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
extern "C" long double strtold(const char* text, char** end) { return strtod(text, end); }
