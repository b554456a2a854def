#pragma once

#include "core/view/form.hpp"
#include "core/view/thread.hpp"
#include "support/messages.hpp"
#include "support/written.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace broadside::tests {

/// Returns a reply at the path of these places, below the reply with the last but one as its id.
inline reply::Reply reply_at(const std::vector<std::uint32_t>& places) {
  reply::Reply reply{std::to_string(places.back()), "W" + std::to_string(places.back()), "", "x",
                     "2021-03-14T10:32:00Z"};
  for (const auto place : places)
    reply.position.path += reply::path_step(place);
  if (places.size() > 1)
    reply.parent = {std::to_string(places[places.size() - 2]), "W" + std::to_string(places[places.size() - 2])};
  return reply;
}

inline std::string thread_with(const view::Thread& thread) {
  return as_text([&](html::Writer& writer) { view::thread(thread, messages(), writer); });
}

inline std::string form_with(const view::Form& form) {
  return as_text([&](html::Writer& writer) { view::form(form, messages(), writer); });
}

inline bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace broadside::tests
