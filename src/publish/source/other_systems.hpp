#pragma once

#include "publish/source/document.hpp"
#include "publish/values/fields.hpp"

#include <cstdint>

namespace broadside::publish {

/// Refuses a text whose front matter keeps it from readers in another system (`status: draft`, `publishDate:
/// 2099-01-01`, `Draft: true`), since Broadside goes by `draft` and `published` alone and would publish it. A text that
/// these two keep from readers may say it in other words too. `document` has what the front matter says of both; `now`
/// is in seconds since 1970-01-01T00:00:00Z. Faults: not-for-readers.
void refuse_signs_of_other_systems(const Fields&, const Document&, std::int64_t now, Faults&);

} // namespace broadside::publish
