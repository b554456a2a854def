#pragma once

#include "publish/source/document.hpp"
#include "publish/values/fields.hpp"

#include <cstdint>

namespace broadside::publish {

/// Refuses a text whose front matter keeps it from readers in another system (`status: draft`, `publishDate:
/// 2099-01-01`, `Draft: true`), because Broadside reads only `draft` and `published` and would publish it. If these two
/// already keep a text from readers, other members may say so too. `document` holds the values of both; `now` is in
/// seconds since 1970-01-01T00:00:00Z. Faults: not-for-readers.
void refuse_signs_of_other_systems(const Fields&, const Document&, std::int64_t now, Faults&);

} // namespace broadside::publish
