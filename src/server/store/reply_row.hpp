#pragma once

#include "server/store/store.hpp"

#include <soci/soci.h>

#include <utility>

namespace broadside::server::store {

/// The columns of a reply that readers may see, read row by row.
struct ReplyRow {
  static constexpr auto columns = "id, name, website, text, created, language";
  Id id = 0;
  reply::Reply reply;

  /// Has the statement, which selects the columns and must not outlive this, read them here.
  void into(soci::statement& statement) {
    statement.exchange(soci::into(id));
    for (std::string* column : {&reply.name, &reply.website, &reply.text, &reply.created, &reply.language})
      statement.exchange(soci::into(*column));
  }

  reply::Reply take() {
    reply.id = std::to_string(id);
    return reply;
  }
};

} // namespace broadside::server::store
