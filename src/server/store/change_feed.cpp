#include "server/store/change_feed.hpp"

#include "server/store/reply_row.hpp"
#include "server/store/statement.hpp"

#include <soci/soci.h>

namespace broadside::server::store {

ChangeNumber latest_change(soci::session& sql, const std::string& article) {
  long long latest = 0;
  sql << "SELECT last_change FROM articles WHERE id = :article", soci::into(latest), soci::use(article);
  return latest;
}

/// Both selects are in the order of an index.
std::string changes_statement(Merging merging) {
  const std::string changed = " WHERE article = :article AND change > :since";
  return merged({"SELECT " + ReplyRow::columns() +
                     ", change, CASE listed WHEN 0 THEN 1 ELSE 0 END AS gone FROM replies" + changed,
                 std::string("SELECT ") + ReplyRow::columns_of_gone + ", change, 1 FROM deleted_replies" + changed},
                "change", merging);
}

void read_changes(soci::session& sql, const std::string& article, ChangeNumber since, int rows,
                  const std::function<bool(Change, ChangeNumber, const std::string&)>& take) {
  ReplyRow row;
  long long number = 0;
  int gone = 0;
  soci::statement select(sql);
  row.into(select);
  select.exchange(soci::into(number));
  select.exchange(soci::into(gone));
  select.exchange(soci::use(article, "article"));
  select.exchange(soci::use(since, "since"));
  select.exchange(soci::use(rows, "rows"));
  begin_reading(select, changes_statement(merging_of(sql)));
  while (select.fetch())
    if (!take({row.take(), gone != 0}, number, row.branch_language))
      return;
}

} // namespace broadside::server::store
