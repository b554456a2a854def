#pragma once

#include <optional>
#include <string_view>

namespace broadside::html {

/// The kinds of tags, by what would run together if the tag were left out.
enum class Joint {
  style,  // the tag only changed the style: 1<b>2</b> would become another number
  script, // it raised or lowered words: 10<sup>6</sup> would become another number, x<sub>i</sub> another word
  edge,   // it separated words, as a cell's or a paragraph's tag does
};

/// Finds the places that need a space because a tag was left out, so that no two words or numbers run together.
class Gap {
public:
  /// Notes that a tag was left out here.
  void leave(Joint);
  /// Takes the next words of the text, and returns whether a space has to stand before them.
  bool take(std::string_view words);
  /// Does the same for an element that opens within the words, so that the space is not a part of it.
  bool take_element();
  /// Notes that something separates the words before and after: a block's edge, a picture, a line break.
  void close();

private:
  char32_t last_ = 0;
  std::optional<Joint> joint_;
};

/// Returns what would run together if a tag of this name, in lower case, were left out.
Joint joint_of(std::string_view tag_name);

} // namespace broadside::html
