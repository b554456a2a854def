// Checks that the pieces of raw HTML make up the whole input in order, and that tags follow CommonMark's grammar.

#include "oracle/input.hpp"
#include "oracle/tree.hpp"

#include "core/html/tag_reader.hpp"

#include <algorithm>

using namespace broadside;

namespace {

using Piece = html::TagReader::Piece;

bool is_tag_name(std::string_view name) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  return !name.empty() && letters.find(name.front()) != std::string_view::npos &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

void check_tag(const Piece& piece) {
  const auto& [name, attributes, is_end, closes_itself] = piece.tag;
  if (!is_tag_name(name) || !piece.source.starts_with(is_end ? "</" : "<") || !piece.source.ends_with('>'))
    fuzz::fail("not a tag", piece.source);
  if (is_end && !attributes.empty())
    fuzz::fail("an end tag with attributes", piece.source);
  for (const auto& attribute : attributes)
    if (std::count_if(attributes.begin(), attributes.end(),
                      [&](const auto& other) { return other.name == attribute.name; }) > 1)
      fuzz::fail("an attribute twice", piece.source);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::Input(data, size).text();
  std::string read;
  bool after_text = false;
  html::TagReader reader(text);
  while (const auto piece = reader.next()) {
    const bool is_text = piece->kind == Piece::Kind::text;
    if (piece->source.empty() || (is_text && after_text))
      fuzz::fail("a text after a text, or nothing", read);
    after_text = is_text;
    if (piece->kind == Piece::Kind::tag)
      check_tag(*piece);
    read += piece->source;
  }
  if (read != text)
    fuzz::fail("not what was to be read", read);
  return 0;
}
