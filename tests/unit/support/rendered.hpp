#pragma once

#include "core/markdown/render.hpp"
#include "support/written.hpp"

namespace broadside::tests {

/// What Markdown becomes, as HTML.
inline std::string rendered(std::string_view text, markdown::Profile profile = markdown::Profile::article,
                            const html::Url* base = nullptr, int top_heading = 1) {
  return as_text([&](html::Writer& writer) {
    markdown::render(text, {.profile = profile, .base = base, .top_heading = top_heading}, writer);
  });
}

/// What an article's text becomes in a language.
inline std::string rendered_in(std::string_view language, std::string_view text) {
  return as_text([&](html::Writer& writer) { markdown::render(text, {.language = language}, writer); });
}

inline std::string rendered_reply(std::string_view text) { return rendered(text, markdown::Profile::reply); }

} // namespace broadside::tests
