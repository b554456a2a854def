#pragma once

#include "publish/manifest/bytes.hpp"
#include "publish/source/outline.hpp"

namespace broadside::publish {

/// Writes everything that an outline has, so that two outlines with the same bytes are the same.
void write_outline(const ArticleOutline&, BytesWriter&);

} // namespace broadside::publish
