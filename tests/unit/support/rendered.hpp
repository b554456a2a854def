#pragma once

#include "core/markdown/render.hpp"
#include "support/written.hpp"

namespace broadside::tests {

/// Returns the HTML of a Markdown text.
inline std::string rendered(std::string_view text, markdown::Profile profile = markdown::Profile::article,
                            const html::Url* base = nullptr, int top_heading = 1) {
  return as_text([&](html::Writer& writer) {
    markdown::render(text, {.profile = profile, .base = base, .top_heading = top_heading}, writer);
  });
}

/// Returns the HTML of an article's text in a language.
inline std::string rendered_in(std::string_view language, std::string_view text) {
  return as_text([&](html::Writer& writer) { markdown::render(text, {.language = language}, writer); });
}

inline std::string rendered_reply(std::string_view text) { return rendered(text, markdown::Profile::reply); }

} // namespace broadside::tests
