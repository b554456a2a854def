#pragma once

#include "core/reply/reply.hpp"

#include <soci/soci.h>

#include <string>

namespace broadside::server::store {

/// The columns of a reply that readers may see, read row by row.
struct ReplyRow {
  /// Returns the columns. The contents are empty unless the reply is published.
  static std::string columns() {
    const std::string if_published = "CASE state WHEN 'published' THEN ";
    return "id, " + if_published + "name ELSE '' END, " + if_published + "website ELSE '' END, " + if_published +
           "text ELSE '' END, " + other_columns;
  }

  /// Returns the same columns of a reply in any state, for its writer.
  static std::string writers_columns() { return std::string("id, name, website, text, ") + other_columns; }

  /// Constants in the place of the columns, for a row that states its id and its place alone.
  static constexpr auto columns_of_gone = "id, '', '', '', '', '', '', '', 'deleted', '', '', place, 0";

  reply::Reply reply;
  /// The language that decides in which section the reply's branch stands.
  std::string branch_language;

  /// Makes the statement read its rows into this. The statement selects the columns, and must not outlive this.
  void into(soci::statement& statement) {
    for (std::string* column : {&reply.id, &reply.name, &reply.website, &reply.text, &reply.created, &reply.language,
                                &reply.position.path, &branch_language, &state_, &reply.parent.id, &reply.parent.name})
      statement.exchange(soci::into(*column));
    statement.exchange(soci::into(place_));
    statement.exchange(soci::into(answers_));
  }

  /// Returns the reply, with its path in the order of the oldest.
  reply::Reply take() {
    reply.place = place_;
    reply.answers = answers_;
    reply.state = value_of(reply::state_words, state_).value_or(reply::State::deleted);
    return reply;
  }

private:
  static constexpr auto other_columns =
      "created, language, path, branch_language, state, coalesce(parent, ''),"
      " coalesce((SELECT above.name FROM replies AS above WHERE above.id = replies.parent"
      " AND above.state = 'published'), ''), place,"
      " coalesce((SELECT first.answers FROM replies AS first WHERE first.article = replies.article AND first.listed > 0"
      " AND first.path = substr(replies.path, 1, 8)), 0)";

  std::string state_;
  long long place_ = 0;
  long long answers_ = 0;
};

} // namespace broadside::server::store
