#pragma once

#include "core/markdown/options.hpp"
#include "publish/values/fields.hpp"

namespace broadside::publish {

/// A publisher's choices about how texts are rendered, for all articles or for one.
struct Rendering {
  markdown::RawHtml raw_html = markdown::default_raw_html(markdown::Profile::article);
  markdown::Typography typography = markdown::Typography::plain;

  bool operator==(const Rendering&) const = default;
};

/// Reads the members `html` and `typography`; `usual` applies to the ones that are not given. Faults: those of
/// Fields::word.
Rendering read_rendering(const Fields&, const Rendering& usual, Faults&);

} // namespace broadside::publish
