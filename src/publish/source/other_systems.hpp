#pragma once

#include "publish/source/document.hpp"
#include "publish/values/fields.hpp"

#include <cstdint>

namespace broadside::publish {

/// Refuses a text whose front matter keeps it from readers in another system (`status: draft`, `publishDate:
/// 2099-01-01`, `Draft: true`), because Broadside reads only `draft`, `published` and `expires` and would publish it.
/// If these already keep a text from readers, other members may say so too. `document` holds their values; `now` is in
/// seconds since 1970-01-01T00:00:00Z. A date on which the text would be refused is added to the document's
/// `dates_to_come`. Faults: not-for-readers.
void refuse_signs_of_other_systems(const Fields&, Document&, std::int64_t now, Faults&);

} // namespace broadside::publish
