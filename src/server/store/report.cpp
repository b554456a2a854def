#include "server/store/report.hpp"

#include <soci/soci.h>

namespace broadside::server::store {

Migration report_tables() {
  return {
      "CREATE TABLE reports ("
      " reply TEXT NOT NULL,"
      " network TEXT NOT NULL,"
      " article TEXT NOT NULL,"
      " complaint TEXT NOT NULL,"
      " note TEXT NOT NULL,"
      " time TEXT NOT NULL,"
      " settled_by TEXT NOT NULL,"
      " PRIMARY KEY (reply, network))",
      "CREATE INDEX reports_by_decision ON reports (settled_by, reply)",
  };
}

bool write_report(soci::session& sql, const Report& report) {
  int found = 0;
  sql << "SELECT 1 FROM replies WHERE id = :reply AND article = :article AND state = 'published'", soci::into(found),
      soci::use(report.reply), soci::use(report.article);
  if (found != 1)
    return false;
  long long count = 0;
  sql << "SELECT count(*) FROM reports WHERE reply = :reply", soci::into(count), soci::use(report.reply);
  if (count < most_reports)
    sql << "INSERT INTO reports (reply, network, article, complaint, note, time, settled_by)"
           " VALUES (:reply, :network, :article, :complaint, :note, :time, '') ON CONFLICT (reply, network) DO NOTHING",
        soci::use(report.reply), soci::use(report.network), soci::use(report.article), soci::use(report.complaint),
        soci::use(report.note), soci::use(report.time);
  return true;
}

std::vector<Report> read_reports(soci::session& sql, const std::string& reply) {
  std::vector<Report> reports;
  Report report;
  soci::statement select =
      (sql.prepare << "SELECT article, reply, complaint, note, network, time FROM reports"
                      " WHERE reply = :reply AND settled_by = '' ORDER BY time, network",
       soci::into(report.article), soci::into(report.reply), soci::into(report.complaint), soci::into(report.note),
       soci::into(report.network), soci::into(report.time), soci::use(reply));
  select.execute();
  while (select.fetch())
    reports.push_back(report);
  return reports;
}

std::int64_t count_reported(soci::session& sql) {
  long long count = 0;
  sql << "SELECT count(*) FROM replies WHERE " << is_reported, soci::into(count);
  return count;
}

void settle_reports(soci::session& sql, const std::string& reply, const std::string& decision) {
  sql << "UPDATE reports SET settled_by = :decision WHERE reply = :reply AND settled_by = ''", soci::use(decision),
      soci::use(reply);
}

void reopen_reports(soci::session& sql, const std::string& decision) {
  sql << "UPDATE reports SET settled_by = '' WHERE settled_by = :decision", soci::use(decision);
}

} // namespace broadside::server::store
