#pragma once

#include "core/reply/reply.hpp"

#include <soci/soci.h>

namespace broadside::server::store {

/// The columns of a reply that readers may see, read row by row.
struct ReplyRow {
  static constexpr auto columns = "id, name, website, text, created, language, place";
  reply::Reply reply;

  /// Makes the statement read its rows into this. The statement selects the columns, and must not outlive this.
  void into(soci::statement& statement) {
    for (std::string* column : {&reply.id, &reply.name, &reply.website, &reply.text, &reply.created, &reply.language})
      statement.exchange(soci::into(*column));
    statement.exchange(soci::into(place));
  }

  reply::Reply take() {
    reply.position.place = place;
    return reply;
  }

private:
  long long place = 0;
};

} // namespace broadside::server::store
