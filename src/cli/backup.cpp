#include "server/store/sqlite/backup.hpp"
#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "server/store/postgresql/connection_text.hpp"

#include <iostream>
#include <memory>

namespace broadside::cli {
namespace {

struct Backup {
  std::string database;
  std::filesystem::path copy;
};

int run_backup(const Backup& backup) {
  if (server::store::is_postgresql_address(backup.database)) {
    report(
        {"backup-by-postgresql", backup.copy.string(),
         "Nothing was written: PostgreSQL has a program for this. Write pg_dump --format=custom --file=COPY ADDRESS, "
         "and pg_restore to go back to the copy."});
    return 1;
  }
  const auto replies = server::store::back_up_sqlite(backup.database, backup.copy);
  if (!replies) {
    report(replies.error());
    return 1;
  }
  std::cerr << "Copied " << *replies << (*replies == 1 ? " reply" : " replies") << " to " << backup.copy.string()
            << ". To go back to it, stop the server and put it in the place of the database, without the -wal and -shm "
               "files beside that.\n";
  return 0;
}

} // namespace

void add_backup(CLI::App& app, int& status) {
  const auto backup = std::make_shared<Backup>();
  CLI::App* command = app.add_subcommand("backup", "Copy the replies while the server runs");
  command->add_option("--database", backup->database, "SQLite file that stores the replies")->required();
  command->add_option("copy", backup->copy, "File to write; it must not exist yet")->required();
  command->footer("Example:\n  broadside backup --database replies.sqlite replies-$(date +%F).sqlite");
  command->callback([backup, &status] { status = run_backup(*backup); });
}

} // namespace broadside::cli
